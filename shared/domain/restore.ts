import { z } from 'zod'
import type { Instant } from '../lib/time.ts'
import { Hash, InstantField, PersonId } from './id.ts'

/**
 * A ledger that was restored from a backup says so (trust.md, "Restore is declared"; docs/decisions/0011): it begins a new
 * epoch, read-only until two officers have declared it, tablets have handed in what they hold, and two officers have ended it.
 */
const twoOfficers = z.tuple([PersonId, PersonId])

export const Restore = z.strictObject({
  kind: z.literal('restore'),
  epoch: z.int().min(1),
  /** The ledger as the backup had it: everything below `size` is as it was, everything after it was gone. */
  size: z.int().min(0),
  root: Hash,
  /** Hour of the last entry that the backup had. */
  keptTo: InstantField,
  reason: z.string(),
  at: InstantField,
  by: twoOfficers,
  ended: z
    .strictObject({ at: InstantField, by: twoOfficers, missing: z.int().min(0), reason: z.string() })
    .nullable(),
})
export type Restore = z.infer<typeof Restore>

/** What the operator said by starting the server on a restored database; officers sign these very facts. */
export type Announced = { epoch: number; size: number; root: Hash; keptTo: Instant; reason: string }

export const restoreKey = (epoch: number): string => `restore/${epoch}`

export type RestorePhase = 'none' | 'announced' | 'declared' | 'ended'

/** @param epoch of the ledger; the first was begun by nobody's restore. @param restore the row of that epoch */
export function restorePhase(epoch: number, restore: Restore | undefined): RestorePhase {
  if (epoch === 0) return 'none'
  if (!restore) return 'announced'
  return restore.ended === null ? 'declared' : 'ended'
}

/** While a restore is not ended, nothing is decided but what ends it. */
export const isReadOnly = (phase: RestorePhase): boolean => phase === 'announced' || phase === 'declared'

/**
 * The time in [from, to] in which a restore kept anybody from being heard, or null: from the last entry that the backup had to
 * the end of the restore. For closing it is a downtime like any other (B8).
 */
export function silencedWithin(
  restores: readonly Restore[],
  from: Instant,
  to: Instant,
): { from: Instant; to: Instant } | null {
  const found = restores.find(({ keptTo, ended }) => ended !== null && keptTo < to && ended.at > from)
  return found?.ended ? { from: found.keptTo, to: found.ended.at } : null
}
