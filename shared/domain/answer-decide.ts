import type { ActOf } from './act.ts'
import { type BallotAnswers, type HeldReason, headRevisions, noAnswers, standingOf } from './answer.ts'
import { headsOf, saysSameBy, settledBy, stands } from './answer-heads.ts'
import { type Ballot, type BallotContent, currentVersion, hasBeenIssued } from './ballot.ts'
import { faultOf } from './choice.ts'
import type { DecideContext } from './decide-context.ts'
import { answersKey, type EntityKey } from './entity.ts'
import type { Event } from './event.ts'
import type { ActId, BallotId } from './id.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

/**
 * An answer is refused only when it is no answer at all: another's, to no such ballot or version, not a choice offered.
 * Whatever else is wrong with the moment (closed, recalled, amended, another tablet, a revoked one) it is taken in and held
 * with that reason (B5, B9, B12, B13), so that an objection cannot be lost.
 */
export function decideAnswer(act: ActOf<'answer-ballot'>, context: DecideContext): Verdict {
  const ballot = context.reader.get('ballot', `ballot/${act.body.ballot}`)
  if (!ballot || !hasBeenIssued(ballot)) return refused({ kind: 'not-found' })
  const version = ballot.versions.find(({ hash }) => hash === act.body.versionHash)
  const content = context.content(act.body.versionHash)
  if (!version || !content) return refused({ kind: 'unknown-version' })
  const fault = faultOfAnswers(act, content, context)
  if (fault) return refused(fault)

  const before =
    context.reader.get('answers', answersKey(ballot.id, act.person)) ?? noAnswers(ballot.id, act.person)
  if (isFinal(act, before, context)) return refused({ kind: 'answer-is-final' })

  const revision = revisionOf(act, before, context)
  const heads = headsOf([...before.revisions, revision], saysSameBy(context))
  const held = heldFor(act, ballot, heads, version.no, context)
  const after: BallotAnswers = {
    ...before,
    heads: stands(held) ? heads : before.heads,
    revisions: [...before.revisions, { ...revision, held }],
  }
  const event: Event = {
    kind: 'answered',
    ballot: ballot.id,
    person: act.person,
    device: act.device,
    castAt: act.castAt,
    prev: revision.prev,
    versionHash: act.body.versionHash,
    answers: act.body.answers,
    heads: after.heads,
    standing: standingOf(after, currentVersion(ballot)?.hash ?? act.body.versionHash),
    held,
  }
  return held ? { kind: 'held', reason: held, events: [event] } : accepted(event)
}

function heldFor(
  act: ActOf<'answer-ballot'>,
  ballot: Ballot,
  heads: ActId[],
  versionNo: number,
  { at, isDeviceRevoked, firstEntryAfter, isOwnTree }: DecideContext,
): HeldReason | null {
  if (isDeviceRevoked) return { kind: 'device-revoked' }
  if (ballot.phase.state === 'recalled') return { kind: 'recalled' }
  if (ballot.phase.state !== 'issued' || at > ballot.deadlineAt) {
    // An hour written by a tablet proves nothing (O8); only together with an anchor of this ledger and that old does it
    // make a claim (B9).
    const first = firstEntryAfter(ballot.deadlineAt)
    const isOldEnough = isOwnTree(act.anchor) && (first === null || act.anchor.size <= first)
    const claimedInTime = act.castAt <= ballot.deadlineAt && isOldEnough
    return { kind: 'late', claimedInTime }
  }
  if (heads.includes(act.id) && heads.length > 1) {
    return { kind: 'conflict', with: heads.filter((head) => head !== act.id) }
  }
  if (act.body.versionHash !== currentVersion(ballot)?.hash) return { kind: 'former-version', versionNo }
  return null
}

function faultOfAnswers(
  act: ActOf<'answer-ballot'>,
  content: BallotContent,
  { opened }: DecideContext,
): Refusal | null {
  const { answers } = act.body
  const isEach = content.issues.every((issue) => answers.filter((a) => a.issue === issue.id).length === 1)
  if (!isEach || answers.length !== content.issues.length) return { kind: 'issues-do-not-match' }
  for (const answer of answers) {
    const issue = content.issues.find(({ id }) => id === answer.issue)
    const choice = opened(answer.choiceCommit)
    const text = opened(answer.textCommit)
    if (!issue || choice === undefined || text === undefined) return { kind: 'opening-missing' }
    const fault = faultOf(issue, choice, text)
    if (fault) return { ...fault, issue: issue.id }
  }
  return null
}

/**
 * B6, where an answer is final: who knows of it may not revise it. But a new version may be answered anew (B5), a conflict
 * must be settled, and what another tablet signed without knowing makes one (B12): it is never turned away.
 */
function isFinal(act: ActOf<'answer-ballot'>, before: BallotAnswers, { settings }: DecideContext): boolean {
  const [head, ...more] = headRevisions(before)
  if (settings.answersRevisable || head === undefined || more.length > 0) return false
  return head.versionHash === act.body.versionHash && act.prev.includes(head.act)
}

function revisionOf(act: ActOf<'answer-ballot'>, { revisions }: BallotAnswers, context: DecideContext) {
  const { id, castAt, device, anchor } = act
  const seen = context.isOwnTree(anchor) ? anchor.size : 0
  const { versionHash, answers } = act.body
  const said = { act: id, prev: act.prev, versionHash, answers }
  const prev = settledBy({ ...said, seen }, revisions, saysSameBy(context))
  return { ...said, prev, n: 0, at: context.at, castAt, device, held: null }
}

/** `delivered` and `opened` are evidence about a version that was issued (B8); they mean nothing for any other. */
export function decideMark(
  act: ActOf<'mark-delivered'> | ActOf<'mark-opened'>,
  { reader }: DecideContext,
): Verdict {
  const { ballot: id, versionHash } = act.body
  const ballot = reader.get('ballot', `ballot/${id}`)
  if (!ballot || !hasBeenIssued(ballot)) return refused({ kind: 'not-found' })
  if (!ballot.versions.some(({ hash }) => hash === versionHash)) return refused({ kind: 'unknown-version' })
  const kind = act.kind === 'mark-delivered' ? 'delivered' : 'opened'
  return accepted({ kind, ballot: id, person: act.person, versionHash })
}

/** Everything that anybody said to a ballot. */
export const readsOfAnswered = (ballot: BallotId): EntityKey[] => [
  `ballot/${ballot}`,
  `answers/${ballot}/`,
  `progress/${ballot}/`,
  `tally/${ballot}`,
]
