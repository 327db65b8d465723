import { beforeAll, describe, expect, it } from 'vitest'
import { subjectOn } from '../../shared/domain/access.ts'
import { agendaHash } from '../../shared/domain/agenda-item.ts'
import { AgencyId, PaperId } from '../../shared/domain/id.ts'
import { dayMs, hourMs, instant } from '../../shared/lib/time.ts'
import { createInvitations, type InvitationFacts } from './invitation.ts'
import { createMeetingWorld, itemId, type MeetingWorld, meeting, openingOf } from './testing/meeting-world.ts'
import { createMemoryDatabase } from './testing/memory-database.ts'
import { person, startAt } from './testing/test-office.ts'

const startsAt = instant(startAt + 5 * dayMs)
const endsAt = instant(startsAt + 3 * hourMs)
const database = createMemoryDatabase().connect()
const ledger = database.ledger.read

let world: MeetingWorld
let told: InvitationFacts[]

async function invitationFor(who: string): Promise<InvitationFacts | null> {
  const [row] = await ledger.rows([`person/${who}`])
  if (row?.entity.kind !== 'person') throw new Error(`nobody called ${who}`)
  const invitations = createInvitations({
    ledger,
    clock: { now: world.now },
    write: async (facts) => {
      told.push(facts)
      return new Uint8Array([1])
    },
  })
  told = []
  await invitations.make(meeting, subjectOn(row.entity, null, world.now()), 'pdf')
  return told[0] ?? null
}

beforeAll(async () => {
  world = await createMeetingWorld(database)
  const words = openingOf({ title: 'Phiên họp', place: 'Trụ sở Chính phủ', remarks: '' })
  await world.act(
    'sec',
    'draft-meeting',
    {
      ...{ meeting, contentHash: words.contentHash, startsAt, endsAt, chair: person('pm') },
      type: 'regular',
      handlers: [person('sec')],
    },
    [words.opening],
  )
  const secrets = [
    { id: PaperId.parse('p1'), number: '12/TTr-BQP', level: 'mat' as const, custodian: 'Văn thư mật' },
  ]
  for (const [id, readers] of [
    ['1', null],
    ['2', [person('m2')]],
  ] as const) {
    const content = { title: `Nội dung ${id}`, presenter: 'Bộ trưởng', summary: '', documents: [] }
    const { contentHash, opening } = openingOf({ ...content, secrets: id === '2' ? secrets : [] })
    await world.act(
      'sec',
      'draft-agenda-item',
      {
        ...{ meeting, item: itemId(id), contentHash, rank: id, plannedMinutes: 20 },
        leadAgency: AgencyId.parse('health'),
        readers: readers === null ? null : [...readers],
      },
      [opening],
    )
  }
})

const titlesFor = async (who: string) => (await invitationFor(who))?.items.map(({ content }) => content.title)

describe('the invitation', () => {
  it('[D2, D3] of the Office, before and after it is sent, holds what all may read: it goes round on paper', async () => {
    expect(await titlesFor('sec')).toEqual(['Nội dung 1'])
    expect((await invitationFor('sec'))?.meeting.invitedAt).toBe(null)
  })

  it('[D2, D3] when it is sent, for each with the items that they may read, and of a secret its number and custodian', async () => {
    const rows = await ledger.rows([`meeting/${meeting}`, `agenda-item/${meeting}/`])
    const items = rows.flatMap(({ entity }) => (entity.kind === 'agenda-item' ? [entity] : []))
    const row = rows.flatMap(({ entity }) => (entity.kind === 'meeting' ? [entity] : []))[0]
    if (!row) throw new Error('no meeting')
    const agenda = agendaHash(row, items)
    expect(await world.act('sec', 'submit-meeting', { meeting, agendaHash: agenda })).toBe('accepted')
    expect(await world.act('head', 'approve-meeting', { meeting, agendaHash: agenda })).toBe('accepted')
    expect(await world.act('sec', 'invite-to-meeting', { meeting })).toBe('accepted')
    expect(await titlesFor('m2')).toEqual(['Nội dung 1', 'Nội dung 2'])
    expect(await titlesFor('m3')).toEqual(['Nội dung 1'])
    expect(await titlesFor('pm')).toEqual(['Nội dung 1', 'Nội dung 2'])
    expect(await titlesFor('admin')).toEqual([])
    expect([await titlesFor('sec'), await titlesFor('head')]).toEqual([['Nội dung 1'], ['Nội dung 1']])
    expect((await invitationFor('m2'))?.items[1]?.content.secrets).toMatchObject([
      { number: '12/TTr-BQP', custodian: 'Văn thư mật' },
    ])
  })

  it('there is none to a meeting that was cancelled', async () => {
    expect(await world.act('head', 'cancel-meeting', { meeting, reason: 'Hoãn' })).toBe('accepted')
    expect(await invitationFor('sec')).toBe(null)
  })
})
