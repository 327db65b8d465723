import type { Act } from '../../shared/domain/act.ts'
import { type AgendaItem, type AgendaItemContent, standingItems } from '../../shared/domain/agenda-item.ts'
import type { DeviceId, MeetingId, PersonId } from '../../shared/domain/id.ts'
import {
  type ConclusionContent,
  type ItemSession,
  isCurrent,
  itemSessionKey,
  noItemSession,
  type SpeakingRequest,
  type SpeechKind,
} from '../../shared/domain/item-session.ts'
import type { Stance } from '../../shared/domain/position.ts'
import {
  castKey,
  isUnderWay,
  type Vote,
  type VoteContent,
  type VoteTally,
  voteTallyKey,
} from '../../shared/domain/vote.ts'
import { nameOfVote } from '../../shared/domain/vote-count.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { askedByVote, type MyAnswer, myAnswer } from './my-answer.ts'
import { type MyWord, myWord } from './my-word.ts'
import { type PaperVoteView, paperVotesOn } from './paper-vote.ts'
import type { Clock } from './ports.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** One item of an agenda while its meeting is held, as this device may show it (M4-M6). */

export type VoteView = {
  vote: Vote
  content: VoteContent
  isUnderWay: boolean
  /** Until its time has passed; 0 from then on. */
  msLeft: number
  /** What oneself said; `none` for who does not vote. */
  mine: MyAnswer
  tally: VoteTally['rounds'][number] | null
  /** What was entered on paper, for those who prepare the meeting. */
  papers: PaperVoteView[]
}

export type SessionItem = {
  item: AgendaItem
  content: AgendaItemContent
  /** Counted in what this device holds. */
  no: number
  row: ItemSession
  isCurrent: boolean
  /** Time that it was discussed, until now. */
  usedMs: number
  speaking: SpeakingRequest | null
  /** Points of order first, then as they came in the ledger. */
  waiting: SpeakingRequest[]
  spoken: SpeakingRequest[]
  /** One's own asking for the floor that still stands, and what one last said of it. */
  myRequest: SpeakingRequest | null
  mySpeech: MyWord<SpeechKind>
  conclusion: ConclusionContent | null
  /** In the order in which they were opened. */
  votes: VoteView[]
  /** What members said before, as far as this device may know it. */
  stances: { person: PersonId; stance: Stance }[]
}

export type ItemSessionDeps = {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  clock: Clock
}

export function sessionItems(meeting: MeetingId, deps: ItemSessionDeps): SessionItem[] {
  const { reader } = deps.copy
  const context = tabletContext(deps.copy, deps.me, deps.clock)
  const items = standingItems(reader.list('agenda-item', `agenda-item/${meeting}/`))
  return items
    .flatMap((item) => {
      const content = context.agendaItemContent(item.contentHash)
      return content && item.versions.length > 0 ? [{ item, content }] : []
    })
    .map(({ item, content }, i): SessionItem => {
      const row =
        reader.get('item-session', itemSessionKey(meeting, item.id)) ?? noItemSession(meeting, item.id)
      const mine = row.queue.filter(({ person }) => person === deps.me.person)
      const last = row.conclusions.at(-1)
      return {
        ...{ item, content, row },
        no: i + 1,
        isCurrent: isCurrent(row),
        usedMs: usedMs(row.spans, context.at),
        speaking: row.queue.find(({ state }) => state === 'speaking') ?? null,
        waiting: row.queue.filter(({ state }) => state === 'waiting').sort(inTurn),
        spoken: row.queue.filter(({ state }) => state === 'done'),
        myRequest: mine.findLast(({ state }) => state === 'waiting' || state === 'speaking') ?? null,
        mySpeech: myWord({ copy: deps.copy, context }, speechIn(item), mine.map(toldOf)),
        conclusion: (last && context.conclusionContent(last.contentHash)) ?? null,
        votes: votesOn(item, deps),
        stances: reader.list('position', `position/${meeting}/${item.id}/`).flatMap(({ person, taken }) => {
          const stance = taken.at(-1)?.stance
          return stance ? [{ person, stance }] : []
        }),
      }
    })
}

/** A point of order comes before who only asks for the floor (M5). */
function inTurn(a: SpeakingRequest, b: SpeakingRequest): number {
  if (a.what !== b.what) return a.what === 'order' ? -1 : 1
  return a.n - b.n
}

const toldOf = ({ what, n, at, act }: SpeakingRequest) => ({ said: what, n, at, act })

const speechIn =
  ({ meeting, id }: AgendaItem) =>
  (act: Act): SpeechKind | null =>
    act.kind === 'request-to-speak' && act.body.meeting === meeting && act.body.item === id
      ? act.body.what
      : null

/** Milliseconds in spans, an open one until now. */
export const usedMs = (spans: readonly { from: Instant; to: Instant | null }[], now: Instant): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0)

function votesOn({ meeting, id }: AgendaItem, { copy, me, clock }: ItemSessionDeps): VoteView[] {
  const context = tabletContext(copy, me, clock)
  return copy.reader
    .list('vote', `vote/${meeting}/${id}/`)
    .sort((a, b) => a.opened.at - b.opened.at)
    .flatMap((vote): VoteView[] => {
      const content = context.voteContent(vote.contentHash)
      if (!content) return []
      const name = nameOfVote(vote)
      const mine = myAnswer(askedByVote(vote, me.person, context), {
        outbox: copy.outbox(),
        settled: copy.settled(),
        rowNumber: copy.rowNumber(castKey(name, me.person)),
        context,
      })
      const underWay = isUnderWay(vote)
      return [
        {
          ...{ vote, content, mine },
          isUnderWay: underWay,
          msLeft: underWay ? Math.max(0, vote.closesAt - context.at) : 0,
          tally: copy.reader.get('vote-tally', voteTallyKey(name))?.rounds.at(-1) ?? null,
          papers: paperVotesOn(vote, { copy, me, clock }),
        },
      ]
    })
}
