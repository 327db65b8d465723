import type { HeldReason } from '../../shared/domain/answer.ts'
import type { ActId } from '../../shared/domain/id.ts'

/** One member's word to a ballot or a vote, as the tablet itself signed it and as the ledger took it in. */
export type Said = {
  id: ActId
  n: number
  prev: readonly ActId[]
  /** Entries of this ledger that its device had seen; none where it had seen another, before a restore. */
  seen: number
  versionHash: string
  /** Issue to choice and words. */
  byIssue: Map<string, { choice: string; text: string }>
  held: HeldReason | null
}

export const stands = ({ held }: Said) =>
  held === null || held.kind === 'conflict' || held.kind === 'former-version'

const isSame = (a: Said, b: Said) =>
  a.versionHash === b.versionHash &&
  JSON.stringify([...a.byIssue].sort()) === JSON.stringify([...b.byIssue].sort())

/** Named by a later act, or says the very same as one that is and had been seen by then. */
export const isNamed = (one: Said, by: readonly Said[], all: readonly Said[]): boolean =>
  by.some((later) =>
    all.some(
      (same) =>
        later.prev.includes(same.id) && (same.id === one.id || (isSame(same, one) && one.n < later.seen)),
    ),
  )

/** What stands and has been revised by nothing; of several that say the same the last. */
export function headsOf(all: readonly Said[]): Said[] {
  const standing = all.filter(stands)
  const open = standing.filter((one) => !isNamed(one, standing, all))
  return open.filter((one, i) => !open.slice(i + 1).some((later) => isSame(one, later)))
}
