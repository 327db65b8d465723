import type { DeviceId, Hash } from '../../shared/domain/id.ts'
import type { Announced } from '../../shared/domain/restore.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'

/** What a restore keeps beside the ledger (docs/decisions/0011); part of the ledger's store, since it is one transaction. */

/** A leaf that a device has handed in, proven by its receipt of an earlier epoch. */
export type HandedIn = {
  /** Where the receipt says that it stood. */
  epoch: number
  n: number
  /** SHA-256 of the leaf's text. */
  hash: Hash
  leaf: string
  proof: string
  openings: readonly Opening[]
  device: DeviceId
  at: Instant
  /** `waiting` for the end of the restore; `entered` again by it; `decided` after it; `apart`: none of these is possible. */
  state: 'waiting' | 'entered' | 'decided' | 'apart'
}

/** `leaves`: how many it has handed in so far. `seen`: the largest tree of an earlier epoch that it says to have seen. */
export type CheckIn = { device: DeviceId; at: Instant; leaves: number; seen: number; isDone: boolean }

/** All of the present epoch. */
export type RestoreReads = {
  announced(): Promise<Announced | null>
  /** In the order of epoch and number. */
  handedIn(): Promise<HandedIn[]>
  checkIns(): Promise<CheckIn[]>
}

export type RestoreWrites = {
  /** Begins the epoch: `note` is its first checkpoint, of the size that is announced. */
  announce(announced: Announced, note: string): Promise<void>
  /** One already there by epoch, number and hash changes its state alone. */
  putHandedIn(rows: readonly HandedIn[]): Promise<void>
  putCheckIn(row: CheckIn): Promise<void>
}
