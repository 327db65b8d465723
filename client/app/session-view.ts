import type { Act } from '../../shared/domain/act.ts'
import { type AgendaItem, type AgendaItemContent, standingItems } from '../../shared/domain/agenda-item.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import {
  type ConclusionContent,
  type ItemSession,
  isCurrent,
  itemSessionKey,
  noItemSession,
  type SpeakingRequest,
  type SpeechKind,
} from '../../shared/domain/item-session.ts'
import type { Meeting } from '../../shared/domain/meeting.ts'
import { type Quorum, quorumOf } from '../../shared/domain/quorum.ts'
import { isPaused, type Session, sessionKey } from '../../shared/domain/session.ts'
import { isPresent, type Presence, type PresenceState } from '../../shared/domain/session-presence.ts'
import {
  isUnderWay,
  type Vote,
  type VoteContent,
  type VoteName,
  type VoteTally,
  voteKey,
  voteTallyKey,
} from '../../shared/domain/vote.ts'
import { type Instant, minuteMs } from '../../shared/lib/time.ts'
import { type MyCast, myCast } from './my-cast.ts'
import { type MyWord, myWord } from './my-word.ts'
import type { WorkingCopy } from './working-copy.ts'

/** A meeting while it is held, as its screens read it: computed from rows and what waits here, at the moment of reading. */

export type SpeechLine = SpeakingRequest & {
  /** Of the one who has or had the floor. */
  usedMs: number
  plannedMs: number | null
}

export type VoteView = {
  name: VoteName
  vote: Vote
  content: VoteContent
  /** By this device's clock, for the eye alone: that a vote is closed is said by the Office. */
  msLeft: number
  mine: MyCast
  tally: VoteTally | null
}

export type ItemInSession = {
  item: AgendaItem
  content: AgendaItemContent
  row: ItemSession
  isCurrent: boolean
  usedMs: number
  plannedMs: number
  /** Who has the floor, and who waits for it, points of order first. */
  speaker: SpeechLine | null
  waiting: SpeechLine[]
  myRequest: { word: MyWord<SpeechKind>; entry: SpeakingRequest | null }
  /** Oldest first. */
  votes: VoteView[]
  conclusion: ConclusionContent | null
}

export type SessionView = {
  meeting: Meeting
  /** Null before it is opened. */
  session: Session | null
  isPaused: boolean
  isChair: boolean
  quorum: Quorum
  present: Presence[]
  /** Whether one is there, as one has said it oneself; an officer may have noted otherwise since. */
  amThere: boolean
  myPresence: MyWord<PresenceState>
  items: ItemInSession[]
  /** Null also where one may not read the item that is being discussed (D2). */
  current: ItemInSession | null
  voteUnderWay: VoteView | null
}

type Sources = { copy: WorkingCopy; me: PersonId; context: DecideContext }

export function sessionView(meeting: Meeting, sources: Sources): SessionView {
  const { copy, me, context } = sources
  const { reader } = copy
  const session = reader.get('session', sessionKey(meeting.id)) ?? null
  const presences = reader.list('presence', `presence/${meeting.id}/`)
  const items = standingItems(reader.list('agenda-item', `agenda-item/${meeting.id}/`)).flatMap(
    (item) => itemInSession(item, sources) ?? [],
  )
  return {
    meeting,
    session,
    isPaused: session !== null && isPaused(session),
    isChair: context.subject.isMember && meeting.chair === me,
    quorum: quorumOf(meeting.id, context),
    present: presences.filter(isPresent),
    amThere: isPresent(presences.find(({ person }) => person === me)),
    myPresence: myWord({ copy, context }, presenceIn(meeting), []),
    items,
    current: items.find((one) => one.isCurrent) ?? null,
    voteUnderWay: items.flatMap(({ votes }) => votes).find(({ vote }) => isUnderWay(vote)) ?? null,
  }
}

const presenceIn =
  ({ id }: Meeting) =>
  (act: Act): PresenceState | null => {
    if (act.kind === 'join-session' && act.body.meeting === id) return act.body.how
    return act.kind === 'leave-session' && act.body.meeting === id ? 'left' : null
  }

function itemInSession(item: AgendaItem, { copy, me, context }: Sources): ItemInSession | null {
  const content = context.agendaItemContent(item.contentHash)
  if (!content) return null
  const { meeting, id } = item
  const row = copy.reader.get('item-session', itemSessionKey(meeting, id)) ?? noItemSession(meeting, id)
  const lines = row.queue.map((one) => lineOf(one, context.at))
  const own = row.queue.filter((one) => one.person === me)
  const askedIn = (act: Act): SpeechKind | null =>
    act.kind === 'request-to-speak' && act.body.meeting === meeting && act.body.item === id
      ? act.body.what
      : null
  const told = own.map(({ what, n, at, act }) => ({ said: what, n, at, act }))
  const concluded = row.conclusions.at(-1)
  return {
    item,
    content,
    row,
    isCurrent: isCurrent(row),
    usedMs: row.spans.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? context.at) - from), 0),
    plannedMs: item.plannedMinutes * minuteMs,
    speaker: lines.find(({ state }) => state === 'speaking') ?? null,
    waiting: inTurn(lines.filter(({ state }) => state === 'waiting')),
    myRequest: {
      word: myWord({ copy, context }, askedIn, told),
      entry: own.findLast(({ state }) => state === 'waiting' || state === 'speaking') ?? null,
    },
    votes: row.votes.flatMap((vote) => voteView({ meeting, item: id, vote }, { copy, me, context }) ?? []),
    conclusion: (concluded && context.conclusionContent(concluded.contentHash)) ?? null,
  }
}

/** A point of order is taken before the speeches; of each the order of the ledger. */
const inTurn = (lines: readonly SpeechLine[]): SpeechLine[] =>
  [...lines].sort((a, b) => (a.what === b.what ? a.n - b.n : a.what === 'order' ? -1 : 1))

function lineOf(one: SpeakingRequest, now: Instant): SpeechLine {
  const { calledAt, finishedAt, minutes } = one
  const usedMs = calledAt === null ? 0 : Math.max(0, (finishedAt ?? now) - calledAt)
  return { ...one, usedMs, plannedMs: minutes === null ? null : minutes * minuteMs }
}

function voteView(name: VoteName, { copy, me, context }: Sources): VoteView | null {
  const vote = copy.reader.get('vote', voteKey(name))
  const content = vote && context.voteContent(vote.contentHash)
  if (!vote || !content) return null
  return {
    name,
    vote,
    content,
    msLeft: vote.phase.state === 'open' ? Math.max(0, vote.closesAt - context.at) : 0,
    mine: myCast(name, content, me, { copy, context }),
    tally: copy.reader.get('vote-tally', voteTallyKey(name)) ?? null,
  }
}
