import type { ActOf } from '../domain/act.ts'
import { noAnswers, type Revision, standingOf } from '../domain/answer.ts'
import { headsOf, settledBy, stands } from '../domain/answer-heads.ts'
import { currentVersion } from '../domain/ballot.ts'
import type { DecideContext } from '../domain/decide-context.ts'
import { answersKey } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import type { ActId } from '../domain/id.ts'
import type { Verdict } from '../domain/verdict.ts'
import { canonicalJson } from '../lib/canonical-json.ts'

type Said = Pick<Revision, 'act' | 'versionHash'>

/**
 * Whether the verdict on an answer is what the rules say, for who may not read it. Which answers say the very same cannot be
 * known without their texts and is taken from the verdict itself, where it is possible at all; all else is decided again.
 */
export function fitsSealedAnswer(
  act: ActOf<'answer-ballot'>,
  verdict: Verdict,
  context: DecideContext,
): boolean {
  if (verdict.kind === 'refused') return false
  const [event, ...more] = verdict.events
  if (event?.kind !== 'answered' || more.length > 0) return false
  const { ballot: id, versionHash, answers } = act.body
  const ballot = context.reader.get('ballot', `ballot/${id}`)
  const version = ballot?.versions.find(({ hash }) => hash === versionHash)
  const now = ballot && currentVersion(ballot)?.hash
  if (!ballot || !version || !now) return false
  const before = context.reader.get('answers', answersKey(id, act.person)) ?? noAnswers(id, act.person)
  const seen = context.isOwnTree(act.anchor) ? act.anchor.size : 0
  const said = { act: act.id, prev: act.prev, versionHash, answers }
  const wasSettled = (one: Said, other: Said) =>
    one.versionHash === other.versionHash && event.prev.includes(other.act)
  const prev = settledBy({ ...said, seen }, before.revisions, wasSettled)
  const wasLeftOut = (one: Said, later: Said) =>
    one.versionHash === later.versionHash && !event.heads.includes(one.act)

  const held = verdict.kind === 'held' ? verdict.reason : null
  const revision: Revision = {
    ...said,
    prev: [...event.prev],
    n: 0,
    at: context.at,
    castAt: act.castAt,
    device: act.device,
    held,
  }
  const all = [...before.revisions, revision]
  const heads = stands(held) ? headsOf(all, wasLeftOut) : before.heads
  const after = { ...before, heads, revisions: all }
  const expected: Event = {
    kind: 'answered',
    ballot: id,
    person: act.person,
    device: act.device,
    castAt: act.castAt,
    prev,
    versionHash,
    answers,
    heads,
    standing: standingOf(after, now),
    held: heldBy(act, context, heads, version.no, now, event.held),
  }
  return canonicalJson(event) === canonicalJson(expected) && canonicalJson(held) === canonicalJson(event.held)
}

/** The order of reasons is that of the rule (answer-decide.ts); whether a late claim may be true is taken as recorded. */
function heldBy(
  act: ActOf<'answer-ballot'>,
  { at, reader, isDeviceRevoked }: DecideContext,
  heads: readonly ActId[],
  versionNo: number,
  now: string,
  recorded: Revision['held'],
): Revision['held'] {
  const ballot = reader.get('ballot', `ballot/${act.body.ballot}`)
  if (isDeviceRevoked) return { kind: 'device-revoked' }
  if (ballot?.phase.state === 'recalled') return { kind: 'recalled' }
  if (ballot?.phase.state !== 'issued' || at > ballot.deadlineAt) {
    const claimed = recorded?.kind === 'late' && recorded.claimedInTime
    return { kind: 'late', claimedInTime: claimed && act.castAt <= (ballot?.deadlineAt ?? 0) }
  }
  const others = heads.filter((head) => head !== act.id)
  if (heads.includes(act.id) && others.length > 0) return { kind: 'conflict', with: others }
  return act.body.versionHash === now ? null : { kind: 'former-version', versionNo }
}
