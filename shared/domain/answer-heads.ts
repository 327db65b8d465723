import { canonicalJson } from '../lib/canonical-json.ts'
import type { HeldReason, Revision } from './answer.ts'
import type { DecideContext } from './decide-context.ts'
import type { ActId } from './id.ts'

/**
 * Which of a member's revisions speak (B6, B12). A revision is settled only by one that names it, never by coming later:
 * so the heads are the same whatever the order of arrival, and an objection that no later answer names stays among them.
 */

type Said = Pick<Revision, 'act' | 'prev' | 'versionHash' | 'answers'>
type SaysSame = (one: Said, other: Said) => boolean

/** What is late, recalled or of a revoked device waits outside; an answer in conflict or to a former version stands (B5). */
export const stands = (held: HeldReason | null): boolean =>
  held === null || held.kind === 'conflict' || held.kind === 'former-version'

/** What no standing revision names; of those that say the very same, which is no conflict (B12), the last to come. */
export function headsOf(revisions: readonly Revision[], saysSame: SaysSame): ActId[] {
  const standing = revisions.filter((revision) => stands(revision.held))
  const named = new Set(standing.flatMap((revision) => revision.prev))
  const open = standing.filter((revision) => !named.has(revision.act))
  return open
    .filter((revision, i) => !open.slice(i + 1).some((later) => saysSame(revision, later)))
    .map((revision) => revision.act)
}

/** Same version, same choices, same words; a text that is not known here is equal to itself alone. */
export const saysSameBy =
  ({ opened }: Pick<DecideContext, 'opened'>): SaysSame =>
  (one, other) => {
    const says = ({ answers }: Said) =>
      answers
        .map((a) =>
          canonicalJson([
            a.issue,
            opened(a.choiceCommit) ?? a.choiceCommit,
            opened(a.textCommit) ?? a.textCommit,
          ]),
        )
        .sort()
        .join('\n')
    return one.versionHash === other.versionHash && says(one) === says(other)
  }

/**
 * What a new answer settles: the acts that it names, and with them those that said the very same and that its device had
 * seen by then (entries of this ledger below `seen`), since a tablet shows equal answers as one. A name that would close a
 * circle is left out, else every revision of the circle would be settled and none be left to speak.
 */
export function settledBy(
  act: Said & { seen: number },
  revisions: readonly Revision[],
  saysSame: SaysSame,
): ActId[] {
  const named = revisions.filter((revision) => act.prev.includes(revision.act))
  const alike = revisions.filter(
    (revision) => revision.n < act.seen && named.some((one) => saysSame(one, revision)),
  )
  const all = new Set([...act.prev, ...alike.map((revision) => revision.act)])
  return [...all].filter((id) => !leadsTo(revisions, id, act.act))
}

/** Whether `from` is `to`, or names it, directly or through others. */
function leadsTo(revisions: readonly Revision[], from: ActId, to: ActId): boolean {
  const seen = new Set<ActId>([from])
  for (const id of seen) {
    if (id === to) return true
    for (const next of revisions.find((revision) => revision.act === id)?.prev ?? []) seen.add(next)
  }
  return false
}
