import { permit, type Question, type Subject } from '../../shared/domain/access.ts'
import { type AgendaItem, type AgendaItemContent, standingItems } from '../../shared/domain/agenda-item.ts'
import { type EntityReader, readerOver } from '../../shared/domain/entity.ts'
import type { AgendaItemId, Hash, MeetingId, PersonId } from '../../shared/domain/id.ts'
import {
  type ConclusionContent,
  type ItemSession,
  itemSessionKey,
  noItemSession,
} from '../../shared/domain/item-session.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfItem, factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { type Agency, membersOn } from '../../shared/domain/people.ts'
import { type Session, sessionKey } from '../../shared/domain/session.ts'
import { type VoteContent, type VoteTally, voteTallyKey } from '../../shared/domain/vote.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { dayOf } from '../../shared/lib/time.ts'
import type { PaperFormat } from '../../shared/protocol/paper.ts'
import { agendaItemContentOf, conclusionContentOf, meetingContentOf, voteContentOf } from './content.ts'
import type { LedgerReads } from './ledger-port.ts'
import { type PaperFacts, signerOf, type WritePaper } from './office-paper.ts'
import type { Clock } from './ports.ts'

/**
 * The notice of what was concluded (M9): a draft for the Office and the chair until the head of office concludes the meeting,
 * from then on for everybody whom it concerns, each with the items that they may read (D2).
 */

export type NoticeItem = {
  item: AgendaItem
  content: AgendaItemContent
  row: ItemSession
  conclusion: ConclusionContent | null
  votes: { content: VoteContent; round: VoteTally['rounds'][number] }[]
}

export type NoticeFacts = PaperFacts & {
  meeting: Meeting
  content: MeetingContent
  session: Session
  /** Members who came at any time, and all in post on that day. */
  attended: { present: number; members: number }
  items: NoticeItem[]
  agencies: readonly Agency[]
  isDraft: boolean
}

export type ConclusionNotices = {
  /** Empty where there is no such meeting. */
  questionsFor(meeting: MeetingId): Promise<(Question & { action: 'read-conclusion-notice' })[]>
  /** With one item alone where one is named. Null where there was no session, or nothing of it to read. */
  make(request: {
    meeting: MeetingId
    item: AgendaItemId | null
    subject: Subject
    format: PaperFormat
  }): Promise<{ fileName: string; bytes: Bytes } | null>
}

type Deps = { ledger: LedgerReads; clock: Clock; write: WritePaper<NoticeFacts> }

export const createConclusionNotices = ({ ledger, clock, write }: Deps): ConclusionNotices => ({
  questionsFor: async (id) => {
    const meeting = (await ledger.rows([meetingKey(id)]))[0]?.entity
    if (meeting?.kind !== 'meeting') return []
    const isConcluded = meeting.phase.state === 'concluded'
    return [{ action: 'read-conclusion-notice', meeting: factsOfMeeting(meeting), isConcluded }]
  },
  make: async ({ meeting: id, item, subject, format }) => {
    const facts = await factsFor(id, item, subject, { ledger, clock })
    if (facts === null) return null
    const { isDraft, meeting } = facts
    return {
      fileName: `${isDraft ? 'du-thao-' : ''}thong-bao-ket-luan-${dayOf(meeting.startsAt)}.${format}`,
      bytes: await write(facts, format),
    }
  },
})

async function factsFor(
  id: MeetingId,
  only: AgendaItemId | null,
  subject: Subject,
  { ledger, clock }: Pick<Deps, 'ledger' | 'clock'>,
): Promise<NoticeFacts | null> {
  const of = ['agenda-item', 'item-session', 'vote', 'vote-tally', 'presence'].map((kind) => `${kind}/${id}/`)
  const rows = await ledger.rows([meetingKey(id), sessionKey(id), ...of, 'person/', 'agency/'])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  const meeting = reader.get('meeting', meetingKey(id))
  const session = reader.get('session', sessionKey(id))
  if (!meeting || !session) return null
  const isDraft = meeting.phase.state !== 'concluded'
  const readable = standingItems(reader.list('agenda-item')).filter(
    (item) =>
      (only === null || item.id === only) &&
      permit(subject, {
        action: 'read-agenda-item',
        meeting: factsOfMeeting(meeting),
        item: factsOfItem(item),
      }).allow,
  )
  if (only !== null && readable.length === 0) return null
  const openings = await ledger.openings(hashesNamed(meeting, readable, reader))
  const words = { opened: (hash: Hash) => openings.get(hash)?.value }
  const content = meetingContentOf(words, meeting.contentHash)
  if (!content) return null
  const people = reader.list('person')
  const at = meeting.phase.state === 'concluded' ? meeting.phase.at : clock.now()
  const members = membersOn(people, dayOf(session.opened.at)).map(({ id: member }) => member)
  return {
    ...{ meeting, content, session, isDraft, people, at },
    attended: { present: cameAtAll(members, reader), members: members.length },
    items: readable.flatMap((item) => noticeItem(item, words, reader)),
    agencies: reader.list('agency'),
    signer: signerFor(meeting, reader) ?? signerOf(people, subject, at),
  }
}

/** Whoever concluded the meeting has signed what it says. */
const signerFor = ({ phase }: Meeting, reader: EntityReader) =>
  phase.state === 'concluded' ? reader.get('person', `person/${phase.by}`) : undefined

const cameAtAll = (members: readonly PersonId[], reader: EntityReader): number =>
  reader.list('presence').filter(({ person, spans }) => spans.length > 0 && members.includes(person)).length

const sessionOfItem = ({ meeting, id }: AgendaItem, reader: EntityReader): ItemSession =>
  reader.get('item-session', itemSessionKey(meeting, id)) ?? noItemSession(meeting, id)

const votesOn = ({ meeting, id }: AgendaItem, reader: EntityReader) =>
  reader.list('vote', `vote/${meeting}/${id}/`).sort((one, other) => one.opened.at - other.opened.at)

const hashesNamed = (meeting: Meeting, items: readonly AgendaItem[], reader: EntityReader): Hash[] => [
  meeting.contentHash,
  ...items.flatMap((item) => {
    const last = sessionOfItem(item, reader).conclusions.at(-1)
    const votes = votesOn(item, reader).map(({ contentHash }) => contentHash)
    return [item.contentHash, ...(last ? [last.contentHash] : []), ...votes]
  }),
]

function noticeItem(
  item: AgendaItem,
  words: { opened: (hash: Hash) => string | undefined },
  reader: EntityReader,
): NoticeItem[] {
  const content = agendaItemContentOf(words, item.contentHash)
  if (!content) return []
  const row = sessionOfItem(item, reader)
  const last = row.conclusions.at(-1)
  const votes = votesOn(item, reader).flatMap((vote) => {
    const said = voteContentOf(words, vote.contentHash)
    const round = reader.get('vote-tally', voteTallyKey({ ...vote, vote: vote.id }))?.rounds.at(-1)
    return said && round ? [{ content: said, round }] : []
  })
  const conclusion = last ? (conclusionContentOf(words, last.contentHash) ?? null) : null
  return [{ item, content, row, conclusion, votes }]
}
