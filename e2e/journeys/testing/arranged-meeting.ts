import { hashOpening } from '../../../client/app/make-act.ts'
import { random } from '../../../server/machine.ts'
import { AgendaItemContent, agendaHash } from '../../../shared/domain/agenda-item.ts'
import { AgencyId, AgendaItemId, DocumentId, MeetingId, type PersonId } from '../../../shared/domain/id.ts'
import { MeetingContent } from '../../../shared/domain/meeting.ts'
import { hex } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { dayMs, hourMs, instant } from '../../../shared/lib/time.ts'
import { makePaper, type Officers, uploadPaper } from './arranged-ballot.ts'
import { type Account, accounts, titleOf } from './first-people.ts'
import { type Officer, rowsOf } from './officer.ts'

type WishedItem = {
  title: string
  /** Null for one that is on paper alone. */
  paper: string | null
  /** All members unless told. */
  readers?: readonly Account[]
  guest?: Account
}

/** A meeting that a story finds sent out, in five days unless told, with one real paper of two pages for each item. */
export async function inviteToMeeting(
  { secretary, head }: Officers,
  { title, items, inMs = 5 * dayMs }: { title: string; items: readonly WishedItem[]; inMs?: number },
): Promise<MeetingId> {
  const idOf = await idsOf(head)
  const meeting = MeetingId.parse(hex(random(16)))
  const words = hashOpening(
    canonicalJson(MeetingContent.parse({ title, place: 'Phòng họp số 1', remarks: '' })),
  )
  const startsAt = instant(Date.now() + inMs)
  const endsAt = instant(startsAt + 3 * hourMs)
  await secretary.perform({
    kind: 'draft-meeting',
    body: {
      meeting,
      contentHash: words.commit,
      startsAt,
      endsAt,
      chair: idOf(accounts.primeMinister),
      type: 'regular',
      handlers: [secretary.person],
    },
    openings: [words],
  })
  const ids = items.map((_, i) => AgendaItemId.parse(`item-${i + 1}`))
  for (const [i, { title: matter, paper, readers }] of items.entries()) {
    const document = paper === null ? null : { title: paper, bytes: await makePaper(matter) }
    const content = hashOpening(
      canonicalJson(
        AgendaItemContent.parse({
          title: matter,
          presenter: 'Bộ trưởng Bộ Y tế',
          summary: '',
          documents: document ? [await uploadPaper(secretary, document, DocumentId.parse('d1'))] : [],
          secrets: document ? [] : [secretPaper],
        }),
      ),
    )
    await secretary.perform({
      kind: 'draft-agenda-item',
      body: {
        meeting,
        item: ids[i] ?? AgendaItemId.parse('none'),
        contentHash: content.commit,
        rank: `i${i}`,
        leadAgency: AgencyId.parse('byt'),
        plannedMinutes: 30,
        readers: readers?.map(idOf) ?? null,
      },
      openings: [content],
    })
  }
  const [row] = await rowsOf(secretary, 'meeting')
  if (!row) throw new Error('the meeting was not drafted')
  const body = { meeting, agendaHash: agendaHash(row, await rowsOf(secretary, 'agenda-item')) }
  await secretary.perform({ kind: 'submit-meeting', body })
  await head.perform({ kind: 'approve-meeting', body })
  await secretary.perform({ kind: 'invite-to-meeting', body: { meeting } })
  for (const [i, { guest }] of items.entries()) {
    const item = ids[i]
    if (guest === undefined || item === undefined) continue
    const admitted = { person: idOf(guest), member: null, from: startsAt, to: endsAt }
    await secretary.perform({ kind: 'admit-to-item', body: { meeting, item, ...admitted } })
  }
  return meeting
}

/** Whoever was put in post is known by it. */
export async function idsOf(officer: Officer): Promise<(account: Account) => PersonId> {
  const people = await rowsOf(officer, 'person')
  return (account) => {
    const found = people.find(({ name }) => name === titleOf(account))
    if (!found) throw new Error(`nobody is ${titleOf(account)}`)
    return found.id
  }
}

const secretPaper = {
  id: 'p1',
  number: '86/BC-BQP',
  level: 'toi-mat',
  custodian: 'Văn thư mật, Văn phòng Chính phủ',
}
