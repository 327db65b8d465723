import { type AgendaItem, inAgendaOrder } from '../domain/agenda-item.ts'
import { type Entity, type EntityKey, type EntityReader, readerOver } from '../domain/entity.ts'
import type { AgendaItemId, Hash, MeetingId, PersonId, VoteId } from '../domain/id.ts'
import { itemSessionKey } from '../domain/item-session.ts'
import { meetingKey } from '../domain/meeting.ts'
import { type Session, sessionKey } from '../domain/session.ts'
import type { IssueTally } from '../domain/tally.ts'
import { type Vote, voteTallyKey } from '../domain/vote.ts'
import { nameOfVote } from '../domain/vote-count.ts'
import type { Instant } from '../lib/time.ts'
import type { Bundle } from './bundle.ts'
import type { BundleFault } from './bundle-fault.ts'
import { openWords, type Words } from './bundle-words.ts'

/** What a meeting's entries, applied one after the other, say was held and decided. */
export type BundleSession = {
  title: string | null
  startsAt: Instant
  concludedAt: Instant
  chair: PersonId
  /** With the quorum of its opening. */
  opened: Session['opened'] | null
  /** In the order of the agenda, with what was taken off it. */
  items: BundleItem[]
}

type BundleItem = {
  item: AgendaItemId
  title: string | null
  isWithdrawn: boolean
  documents: { title: string | null; hash: Hash }[]
  adoptedInBlock: boolean
  /** The last one. */
  conclusion: { hash: Hash; text: string | null } | null
  /** Each with its last count, without the names; null where it was cancelled. */
  votes: {
    vote: VoteId
    question: string | null
    rounds: number
    result: Omit<IssueTally, 'entries'> | null
  }[]
}

export function sessionIn(
  { meeting: id, openings }: { meeting: MeetingId } & Pick<Bundle, 'openings'>,
  rows: ReadonlyMap<EntityKey, Entity>,
): { session: BundleSession | null; faults: BundleFault[] } {
  const reader = readerOver(rows)
  const words = openWords(openings ?? [])
  const meeting = reader.get('meeting', meetingKey(id))
  if (meeting?.phase.state !== 'concluded') {
    return { session: null, faults: [{ check: 'completeness', kind: 'not-closed' }] }
  }
  const { contentHash, startsAt, chair, phase } = meeting
  const items = inAgendaOrder(reader.list('agenda-item', `agenda-item/${id}/`))
  const session: BundleSession = {
    title: words.meetingContent(contentHash)?.title ?? null,
    startsAt,
    concludedAt: phase.at,
    chair,
    opened: reader.get('session', sessionKey(id))?.opened ?? null,
    items: items.map((item) => itemIn(item, reader, words)),
  }
  const uncounted = reader
    .list('vote', `vote/${id}/`)
    .some(
      (vote) => vote.phase.state === 'closed' && !reader.get('vote-tally', voteTallyKey(nameOfVote(vote))),
    )
  return { session, faults: uncounted ? [{ check: 'tally', kind: 'none' }] : [] }
}

function itemIn(item: AgendaItem, reader: EntityReader, words: Words): BundleItem {
  const content = words.agendaItemContent(item.contentHash)
  const row = reader.get('item-session', itemSessionKey(item.meeting, item.id))
  const last = row?.conclusions.at(-1)
  const titles = new Map(content?.documents.map(({ hash, title }) => [hash, title]))
  return {
    item: item.id,
    title: content?.title ?? null,
    isWithdrawn: item.withdrawn !== null,
    documents: item.files.map((hash) => ({ title: titles.get(hash) ?? null, hash })),
    adoptedInBlock: row?.block?.adopted != null,
    conclusion: last
      ? { hash: last.contentHash, text: words.conclusionContent(last.contentHash)?.text ?? null }
      : null,
    votes: reader
      .list('vote', `vote/${item.meeting}/${item.id}/`)
      .sort((a, b) => a.opened.at - b.opened.at)
      .map((vote) => voteIn(vote, reader, words)),
  }
}

function voteIn(vote: Vote, reader: EntityReader, words: Words): BundleItem['votes'][number] {
  const rounds = reader.get('vote-tally', voteTallyKey(nameOfVote(vote)))?.rounds ?? []
  const tally = rounds.at(-1)?.tally
  const result = tally ? withoutNames(tally) : null
  return {
    vote: vote.id,
    question: words.voteContent(vote.contentHash)?.issue.question ?? null,
    rounds: rounds.length,
    result,
  }
}

const withoutNames = ({ entries: _, ...tally }: IssueTally) => tally
