import { headsAfter, standingOf } from './answer.ts'
import { type Ballot, currentVersion } from './ballot.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event } from './event.ts'

/**
 * When closing waited after a downtime and the head of office extends, what was held as late in between is in time after
 * all: each such answer takes its place among the heads, in the order of the ledger (B8, B9).
 */
export function admitLate(ballot: Ballot, { reader }: DecideContext): Event[] {
  if (ballot.phase.state !== 'closing-waits') return []
  const hash = currentVersion(ballot)?.hash
  if (hash === undefined) return []
  return reader.list('answers', `answers/${ballot.id}/`).flatMap((before): Event[] => {
    const late = before.revisions.filter((revision) => revision.held?.kind === 'late')
    if (late.length === 0) return []
    let after = before
    for (const revision of late) after = { ...after, heads: headsAfter(after, revision) }
    return [
      {
        kind: 'late-admitted',
        ballot: ballot.id,
        person: before.person,
        acts: late.map((revision) => revision.act),
        heads: after.heads,
        standing: standingOf(after, hash),
      },
    ]
  })
}
