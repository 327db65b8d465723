import { describe, expect, it } from 'vitest'
import { itemDossier } from '../../shared/domain/dossier.ts'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, AgendaItemId, BallotId, DocumentId, Hash, MeetingId } from '../../shared/domain/id.ts'
import { layerKey, logicalDocument } from '../../shared/domain/note-layer.ts'
import { instant } from '../../shared/lib/time.ts'
import { notesRoom, sharedRoom } from '../../shared/protocol/room.ts'
import { createManualTime } from '../live/testing/manual-time.ts'
import { createFeedFor } from './feed-for.ts'
import { createNews } from './news.ts'
import { createRecentLedger } from './recent-ledger.ts'
import { createRoomGate } from './room-gate.ts'
import { createTestOffice, person, postsByPerson, startAt } from './testing/test-office.ts'

const ballot = BallotId.parse('issued')
const document = logicalDocument(ballot, DocumentId.parse('doc'))
const author = person('minister')
const room = sharedRoom(document, author)
const everybody = Object.keys(postsByPerson)

const shared = (readers: readonly string[], removed: readonly string[] = [], of = ballot): Event => ({
  kind: 'layer-shared',
  document,
  ballot: of,
  person: author,
  readers: readers.map(person),
  removed: removed.map(person),
})

async function createWorld() {
  const office = await createTestOffice()
  const { ledger } = office.database
  const clock = { now: () => startAt }
  const gate = createRoomGate({
    ledger: ledger.read,
    clock,
    sessionOf: office.desk.sessions.sessionOf,
  })
  const enter = async (name: string, who: string, isDevice = true) => {
    const cookie = await office.cookieOf(who, isDevice)
    const access = await gate.open(name, { address: '', cookie, query: '' })
    return access.allow ? (access.canWrite ? 'writes' : 'reads') : access.code
  }
  const feed = createFeedFor({
    ledger: ledger.read,
    recent: createRecentLedger(ledger.read),
    clock,
    log: () => {},
  })
  return { office, enter, feed }
}

function newsOf(office: Awaited<ReturnType<typeof createTestOffice>>) {
  const told: unknown[] = []
  const { ledger, signals, sessions } = office.database
  const news = createNews({
    ledger: ledger.read,
    signals,
    sessions,
    live: {
      poke: (persons) => told.push(['poke', ...persons]),
      recheck: async (who) => void told.push(['recheck', who]),
    },
    timers: createManualTime(),
    log: () => {},
  })
  return { news, told }
}

describe('a shared layer', () => {
  it('[A2] its author writes, those granted read, nobody else learns that it is there', async () => {
    const { office, enter } = await createWorld()
    expect(await enter(room, 'deputy')).toBe(4403)
    await office.append('share', [shared(['deputy', 'prime-minister'])])
    const found: Record<string, string | number> = {}
    for (const who of everybody) found[who] = await enter(room, who)
    const nobody = { ...Object.fromEntries(everybody.map((who) => [who, 4403])), former: 4401 }
    expect(found).toEqual({ ...nobody, minister: 'writes', deputy: 'reads', 'prime-minister': 'reads' })
    expect(await enter(room, 'deputy', false)).toBe(4403)
  })

  it('[O3] named as a reader who may not read the document: not let in', async () => {
    const { office, enter } = await createWorld()
    await office.append('share', [shared(everybody.filter((who) => who !== 'minister'))])
    const found = await Promise.all(everybody.map(async (who) => [who, await enter(room, who)] as const))
    const inside = found.filter(([, access]) => access === 'reads').map(([who]) => who)
    expect(inside.sort()).toEqual(['clerk', 'deputy', 'handler', 'head', 'prime-minister'])
  })

  it('[A2] of a ballot not yet issued is read by nobody', async () => {
    const { office, enter } = await createWorld()
    await office.append('share', [shared(['handler', 'head'], [], BallotId.parse('draft'))])
    expect([await enter(room, 'handler'), await enter(room, 'head')]).toEqual([4403, 4403])
  })

  const [meeting, item] = [MeetingId.parse('meeting'), AgendaItemId.parse('item')]
  const by = person('handler')
  const contentHash = Hash.parse('0'.repeat(64))
  const ofItem = { meeting, item, by, contentHash, rank: 'V', leadAgency: AgencyId.parse('health') }
  const paper = logicalDocument(itemDossier(meeting, item), DocumentId.parse('doc'))
  const sent = (readers: readonly string[]): Event => ({
    ...{ kind: 'agenda-item-sent', ...ofItem, plannedMinutes: 10, files: [], reason: '' },
    readers: readers.map(person),
  })
  const invited: Event[] = [
    {
      ...{ kind: 'meeting-drafted', meeting, by, contentHash, type: 'regular', handlers: [by] },
      ...{ startsAt: startAt, endsAt: instant(startAt + 1), chair: person('prime-minister') },
    },
    { kind: 'meeting-invited', meeting, by },
    sent(['minister', 'deputy']),
  ]
  const sharedOnItem = (...readers: string[]): Event => ({
    ...{ kind: 'item-layer-shared', document: paper, meeting, item, person: author, removed: [] },
    readers: readers.map(person),
  })

  it('[A2][D2] of an agenda item: those granted read it as long as they read the item', async () => {
    const { office, enter } = await createWorld()
    const layer = sharedRoom(paper, author)
    await office.append('meeting', invited)
    expect(await enter(layer, 'deputy')).toBe(4403)
    await office.append('share', [sharedOnItem('deputy', 'clerk')])
    expect([await enter(layer, 'minister'), await enter(layer, 'deputy')]).toEqual(['writes', 'reads'])
    expect([await enter(layer, 'clerk'), await enter(layer, 'prime-minister')]).toEqual([4403, 4403])
    await office.append('less', [sent(['minister'])])
    expect(await enter(layer, 'deputy')).toBe(4403)
  })

  it('[A1] private notes are their owner’s alone, whatever has been shared', async () => {
    const { office, enter } = await createWorld()
    await office.append('share', [shared(['deputy'])])
    const own = notesRoom(author, document)
    expect([await enter(own, 'minister'), await enter(own, 'deputy'), await enter(own, 'head')]).toEqual([
      'writes',
      4403,
      4403,
    ])
  })

  it('[A2] its readers find it in the feed; who is taken off the list hears that it is gone', async () => {
    const { office, feed } = await createWorld()
    const key = layerKey(document, author)
    await office.append('share', [shared(['deputy', 'prime-minister'])])
    const page = async (who: string, after: number) => await feed(person(who), { epoch: 0, after, tree: 0 })
    const holds = async (who: string) => (await page(who, -1)).rows.some((row) => row.key === key)
    const before = await page('deputy', -1)
    expect(before.rows.find((row) => row.key === key)?.value).toMatchObject({
      readers: ['deputy', 'prime-minister'],
    })
    expect(await Promise.all(['minister', 'prime-minister', 'head', 'clerk'].map(holds))).toEqual([
      true,
      true,
      false,
      false,
    ])
    await office.append('less', [shared(['prime-minister'], ['deputy'])])
    const after = await page('deputy', before.upTo)
    expect([after.gone, after.rows.some((row) => row.key === key)]).toEqual([[key], false])
  })

  it('[A2] who is taken off the list is judged again at once, before anybody is called', async () => {
    const { office } = await createWorld()
    const { news, told } = newsOf(office)
    await news.start()
    await office.append('share', [shared(['deputy'])])
    await office.append('less', [shared([], ['deputy'])])
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve))
    expect(told).toContainEqual(['recheck', 'deputy'])
    await news.stop()
  })

  it('[A2][D2] who reads the item no longer is judged again at once, too', async () => {
    const { office } = await createWorld()
    const { news, told } = newsOf(office)
    await news.start()
    await office.append('meeting', invited)
    await office.append('share', [sharedOnItem('deputy')])
    await office.append('less', [sent(['minister'])])
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve))
    const lines = told.map((line) => JSON.stringify(line))
    expect(lines).toContain('["recheck","deputy"]')
    await news.stop()
  })
})
