import { standingOf } from './answer.ts'
import { headsOf, saysSameBy } from './answer-heads.ts'
import { type Ballot, currentVersion } from './ballot.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event } from './event.ts'

/**
 * When closing waited after a downtime and the head of office extends, what was held as late in between is in time after
 * all: each such answer takes its place among the heads as if it had come before the deadline (B8, B9).
 */
export function admitLate(ballot: Ballot, context: DecideContext): Event[] {
  if (ballot.phase.state !== 'closing-waits') return []
  const hash = currentVersion(ballot)?.hash
  if (hash === undefined) return []
  return context.reader.list('answers', `answers/${ballot.id}/`).flatMap((before): Event[] => {
    const acts = before.revisions.flatMap(({ act, held }) => (held?.kind === 'late' ? [act] : []))
    if (acts.length === 0) return []
    const revisions = before.revisions.map((r) => (acts.includes(r.act) ? { ...r, held: null } : r))
    const heads = headsOf(revisions, saysSameBy(context))
    const standing = standingOf({ ...before, revisions, heads }, hash)
    return [{ kind: 'late-admitted', ballot: ballot.id, person: before.person, acts, heads, standing }]
  })
}
