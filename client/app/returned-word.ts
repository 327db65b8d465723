import type { Act } from '../../shared/domain/act.ts'
import type { AgendaItemContent } from '../../shared/domain/agenda-item.ts'
import { agendaItemKey } from '../../shared/domain/agenda-item.ts'
import type { HeldReason } from '../../shared/domain/answer.ts'
import type { OpenAnswer } from '../../shared/domain/choice.ts'
import { openAnswers } from '../../shared/domain/choice.ts'
import type { AgendaItemId } from '../../shared/domain/id.ts'
import { type Meeting, meetingKey } from '../../shared/domain/meeting.ts'
import type { Refusal } from '../../shared/domain/verdict.ts'
import { castKey, type VoteContent, voteKey } from '../../shared/domain/vote.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { itemContentIn, meetingContentIn, voteContentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * What one said to a meeting that the Office did not take, or keeps without counting it: each with what it was and why, until one
 * has seen it (O1, O2). The screens of a meeting show how things stand; that a word of one's own went nowhere is seen in none.
 */
export type ReturnedWord = {
  /** Names this return; "dealt with" is remembered by it. */
  key: string
  act: SaidToMeeting
  /** Null where this device holds nothing of it any more. */
  meeting: Meeting | null
  title: string | null
  itemTitle: string | null
  /** Words or choice, where there were some. */
  note: string
  vote: { issue: VoteContent['issue']; answer: OpenAnswer } | null
  why:
    | { kind: 'refused'; reason: Refusal; at: Instant }
    | { kind: 'held'; reason: HeldReason; at: Instant }
    /** The server's word without proof: it stays and goes again. */
    | { kind: 'rejected'; code: string }
}

export type SaidToMeeting = Extract<
  Act,
  {
    kind:
      | 'join-session'
      | 'leave-session'
      | 'request-to-speak'
      | 'withdraw-request'
      | 'pull-from-block'
      | 'cast-vote'
      | 'record-session'
      | 'reply-to-invitation'
      | 'take-position'
  }
>

export const isSaidToMeeting = (act: Act): act is SaidToMeeting =>
  act.kind === 'join-session' ||
  act.kind === 'leave-session' ||
  act.kind === 'request-to-speak' ||
  act.kind === 'withdraw-request' ||
  act.kind === 'pull-from-block' ||
  act.kind === 'cast-vote' ||
  act.kind === 'record-session' ||
  act.kind === 'reply-to-invitation' ||
  act.kind === 'take-position'

/** The newest first. */
export function returnedWords(copy: WorkingCopy): ReturnedWord[] {
  const rejected = copy.outbox().flatMap(({ act, rejected: code }): ReturnedWord[] => {
    if (code === null || !isSaidToMeeting(act)) return []
    return [returned(act, { kind: 'rejected', code }, copy)]
  })
  const settled = copy.settled().flatMap(({ act, receipt }) => {
    const entry = isSaidToMeeting(act) ? parseEntry(receipt.leaf) : null
    return isSaidToMeeting(act) && entry?.kind === 'act' ? [{ act, entry }] : []
  })
  /** Said again, and taken: nothing is missing any more. */
  const isMended = (act: SaidToMeeting, n: number) =>
    act.kind !== 'record-session' &&
    settled.some(
      (later) => later.entry.n > n && later.entry.verdict.kind === 'accepted' && isSameMatter(later.act, act),
    )
  const told = settled
    .sort((a, b) => b.entry.n - a.entry.n)
    .flatMap(({ act, entry: { n, at, verdict } }): ReturnedWord[] => {
      if (verdict.kind === 'accepted' || isMended(act, n)) return []
      if (verdict.kind === 'held') {
        const { reason } = verdict
        if (reason.kind === 'conflict' && !stillAtOdds(act, copy)) return []
        return [returned(act, { kind: 'held', reason, at }, copy)]
      }
      return isSoAlready(act, verdict.reason)
        ? []
        : [returned(act, { kind: 'refused', reason: verdict.reason, at }, copy)]
    })
  return [...rejected, ...told]
}

/** As long as the vote is open it asks for a choice itself; closed, neither counts (B12). */
function stillAtOdds(
  { kind, person, body }: SaidToMeeting,
  { reader }: Pick<WorkingCopy, 'reader'>,
): boolean {
  if (kind !== 'cast-vote') return false
  const vote = reader.get('vote', voteKey(body))
  return vote?.phase.state === 'closed' && (reader.get('cast', castKey(body, person))?.heads ?? []).length > 1
}

/** Said from two tablets, or once more by a finger that was too quick: what was wanted is so. */
const isSoAlready = ({ kind }: SaidToMeeting, reason: Refusal): boolean =>
  reason.kind === 'already-done' && (kind === 'request-to-speak' || kind === 'withdraw-request')

function isSameMatter(one: SaidToMeeting, other: SaidToMeeting): boolean {
  if (one.body.meeting !== other.body.meeting || itemOf(one) !== itemOf(other)) return false
  if (one.kind === 'cast-vote') return other.kind === 'cast-vote' && one.body.vote === other.body.vote
  const isPresence = ({ kind }: SaidToMeeting) => kind === 'join-session' || kind === 'leave-session'
  return one.kind === other.kind || (isPresence(one) && isPresence(other))
}

const itemOf = ({ body }: SaidToMeeting): AgendaItemId | null => ('item' in body ? body.item : null)

function returned(act: SaidToMeeting, why: ReturnedWord['why'], copy: WorkingCopy): ReturnedWord {
  const meeting = copy.reader.get('meeting', meetingKey(act.body.meeting)) ?? null
  return {
    key: `${why.kind}/${act.id}`,
    act,
    meeting,
    title: (meeting && meetingContentIn(copy, meeting.contentHash)?.title) ?? null,
    itemTitle: itemContentOf(act, copy)?.title ?? null,
    note: 'noteCommit' in act.body ? (copy.opened(act.body.noteCommit) ?? '') : '',
    vote: act.kind === 'cast-vote' ? castOf(act, copy) : null,
    why,
  }
}

function itemContentOf(act: SaidToMeeting, copy: WorkingCopy): AgendaItemContent | undefined {
  const item = itemOf(act)
  const row = item && copy.reader.get('agenda-item', agendaItemKey(act.body.meeting, item))
  return row ? itemContentIn(copy, row.contentHash) : undefined
}

function castOf(
  { body: { contentHash, answer } }: Extract<SaidToMeeting, { kind: 'cast-vote' }>,
  copy: WorkingCopy,
): ReturnedWord['vote'] {
  const issue = voteContentIn(copy, contentHash)?.issue
  const content = () => issue && { issues: [issue] }
  const [said] = openAnswers([answer], contentHash, { opened: copy.opened, content })
  return issue && said ? { issue, answer: said } : null
}
