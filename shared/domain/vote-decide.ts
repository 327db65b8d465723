import { instant, secondMs } from '../lib/time.ts'
import type { ActOf } from './act.ts'
import type { HeldReason } from './answer.ts'
import { headsOf, saysSameBy, settledBy, stands } from './answer-heads.ts'
import type { SealedAnswer } from './ballot.ts'
import { faultOf } from './choice.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event } from './event.ts'
import type { ActId } from './id.ts'
import { meetingKey } from './meeting.ts'
import { quorumOf } from './quorum.ts'
import { isPaused, sessionKey } from './session.ts'
import { currentItem, hasVoteUnderWay, standingItem } from './session-decide.ts'
import { isPresent, presenceKey } from './session-presence.ts'
import type { VoteAct } from './session-question.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'
import { castKey, isUnderWay, noCast, type Vote, voteKey } from './vote.ts'

/** Votes in session (M6, G2, G3): the chair opens and closes, every member casts, wherever they are. */

export function decideVote(act: VoteAct, context: DecideContext): Verdict {
  if (act.kind === 'open-vote') return decideOpening(act, context)
  const { meeting, item, vote: id } = act.body
  const name = { meeting, item, vote: id }
  const vote = context.reader.get('vote', voteKey(name))
  if (!vote) return refused({ kind: 'not-found' })
  if (act.kind === 'cast-vote') return decideCast(act, vote, context)
  const { state } = vote.phase
  if (!isUnderWay(vote)) return refused({ kind: 'wrong-state', state })
  const by = act.person
  switch (act.kind) {
    case 'extend-vote': {
      const closesAt = instant(context.at + act.body.seconds * secondMs)
      return closesAt > vote.closesAt
        ? accepted({ kind: 'vote-extended', ...name, by, closesAt })
        : refused({ kind: 'deadline-not-later' })
    }
    case 'close-vote':
      return accepted({ kind: 'vote-closed', ...name, by })
    case 'cancel-vote':
      return accepted({ kind: 'vote-cancelled', ...name, by, reason: act.body.reason })
  }
}

function decideOpening(act: ActOf<'open-vote'>, context: DecideContext): Verdict {
  const { reader, at } = context
  const { meeting, item, vote, contentHash, seconds } = act.body
  const state = reader.get('meeting', meetingKey(meeting))?.phase.state ?? ''
  if (state !== 'in-session') return refused({ kind: 'wrong-state', state })
  const session = reader.get('session', sessionKey(meeting))
  if (session && isPaused(session)) return refused({ kind: 'wrong-state', state: 'paused' })
  if (!standingItem(meeting, item, context)) return refused({ kind: 'not-found' })
  if (reader.get('vote', voteKey({ meeting, item, vote }))) return refused({ kind: 'already-done' })
  if (currentItem(meeting, context)?.item !== item) return refused({ kind: 'item-not-current' })
  if (hasVoteUnderWay(meeting, context)) return refused({ kind: 'vote-under-way' })
  if (!context.voteContent(contentHash)) return refused({ kind: 'content-malformed' })
  const quorum = quorumOf(meeting, context)
  if (quorum.present < quorum.needed) return refused({ kind: 'no-quorum', ...quorum })
  const closesAt = instant(at + seconds * secondMs)
  return accepted({
    ...{ kind: 'vote-opened', meeting, item, vote, by: act.person, contentHash, closesAt },
    ...quorum,
  })
}

/**
 * As with a ballot a member's word is refused only where it is none. What counts is the ledger's order (O8): before the entry
 * that closes the vote it counts, after it it is held, and told.
 */
function decideCast(act: ActOf<'cast-vote'>, vote: Vote, context: DecideContext): Verdict {
  const { meeting, item, contentHash, answer } = act.body
  const name = { meeting, item, vote: vote.id }
  if (contentHash !== vote.contentHash) return refused({ kind: 'unknown-version' })
  const fault = faultOfCast(answer, vote, context)
  if (fault) return refused(fault)
  const before = context.reader.get('cast', castKey(name, act.person)) ?? noCast(name, act.person)
  const said = { act: act.id, prev: act.prev, versionHash: contentHash, answers: [answer] }
  const seen = context.isOwnTree(act.anchor) ? act.anchor.size : 0
  const saysSame = saysSameBy(context)
  const prev = settledBy({ ...said, seen }, before.revisions, saysSame)
  const { at } = context
  const { castAt, device } = act
  const revision = { ...said, prev, n: 0, at, castAt, device, held: null }
  const heads = headsOf([...before.revisions, revision], saysSame)
  const held = heldFor(act, vote, heads, context)
  const { person } = act
  const event: Event = {
    ...{ kind: 'vote-cast', ...name, person, device, castAt, prev, contentHash, answer },
    heads: stands(held) ? heads : before.heads,
    held,
  }
  if (held && !stands(held)) return { kind: 'held', reason: held, events: [event] }
  // Who votes is there, though the tablet's joining may still be on its way.
  const isThere = isPresent(context.reader.get('presence', presenceKey(meeting, person)))
  const came = { kind: 'presence-noted', meeting, by: person, person, presence: 'remote' } as const
  const events: Event[] = isThere ? [event] : [came, event]
  return held ? { kind: 'held', reason: held, events } : accepted(...events)
}

/** Whether it is an answer to the question of the vote. */
export function faultOfCast(
  answer: SealedAnswer,
  { contentHash }: Vote,
  context: Pick<DecideContext, 'voteContent' | 'opened'>,
): Refusal | null {
  const issue = context.voteContent(contentHash)?.issue
  if (!issue) return { kind: 'unknown-version' }
  if (answer.issue !== issue.id) return { kind: 'issues-do-not-match' }
  const choice = context.opened(answer.choiceCommit)
  const text = context.opened(answer.textCommit)
  if (choice === undefined || text === undefined) return { kind: 'opening-missing' }
  const fault = faultOf(issue, choice, text)
  return fault && { ...fault, issue: issue.id }
}

function heldFor(
  act: ActOf<'cast-vote'>,
  { phase }: Vote,
  heads: readonly ActId[],
  { isDeviceRevoked, firstEntryAfter, isOwnTree }: DecideContext,
): HeldReason | null {
  if (isDeviceRevoked) return { kind: 'device-revoked' }
  if (phase.state === 'cancelled') return { kind: 'recalled' }
  if (phase.state === 'closed') {
    const first = firstEntryAfter(phase.at)
    const isOldEnough = isOwnTree(act.anchor) && (first === null || act.anchor.size <= first)
    return { kind: 'late', claimedInTime: act.castAt <= phase.at && isOldEnough }
  }
  return heads.includes(act.id) && heads.length > 1
    ? { kind: 'conflict', with: heads.filter((head) => head !== act.id) }
    : null
}
