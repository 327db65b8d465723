import type { Instant } from '../../shared/lib/time.ts'
import type { FeedFault } from './take-feed.ts'

/** Where things stand, as the one line at the top says it. It never lies: each kind has its own words. */

/** What the wires report (client/sync). */
export type SyncState = {
  feed: 'idle' | 'pulling' | 'offline' | 'signed-out' | 'not-understood' | 'not-stored' | 'stopped'
  /** Last complete exchange in this run. */
  lastOkAt: Instant | null
  /** What the browser says of the network itself. */
  hasNetwork: boolean
  files: { kind: 'idle' } | { kind: 'fetching'; have: number; total: number } | { kind: 'storage-full' }
}

export type Status =
  | { kind: 'synced'; at: Instant; waiting: number }
  | { kind: 'syncing'; waiting: number }
  /** The ledger was restored from a backup, as two officers have declared: what is signed waits here until that has ended. */
  | { kind: 'restored'; at: Instant; waiting: number }
  /** `since`: the last moment at which the server was heard, in this run or an earlier one. */
  | { kind: 'offline'; since: Instant | null; waiting: number }
  | { kind: 'server-silent'; since: Instant | null; waiting: number }
  | { kind: 'signed-out'; waiting: number }
  | { kind: 'update-required'; waiting: number }
  /** The ledger does not fit what this device has seen: a matter for the Office and the auditor, not for a retry. */
  | { kind: 'not-trusted'; fault: FeedFault; waiting: number }
  | { kind: 'storage-full'; waiting: number }
  /** This device could not keep what came: full, or refused by the browser. */
  | { kind: 'storage-trouble'; waiting: number }

export function statusOf(input: {
  sync: SyncState
  syncedAt: Instant | null
  waiting: number
  fault: FeedFault | null
  isRestoring: boolean
}): Status {
  const { sync, waiting, fault } = input
  if (fault) return { kind: 'not-trusted', fault, waiting }
  if (sync.feed === 'not-understood') return { kind: 'update-required', waiting }
  if (sync.feed === 'signed-out') return { kind: 'signed-out', waiting }
  if (sync.feed === 'not-stored') return { kind: 'storage-trouble', waiting }
  const at = sync.lastOkAt ?? input.syncedAt
  if (!sync.hasNetwork) return { kind: 'offline', since: at, waiting }
  if (sync.feed === 'offline') return { kind: 'server-silent', since: at, waiting }
  if (sync.files.kind === 'storage-full') return { kind: 'storage-full', waiting }
  if (at === null) return { kind: 'syncing', waiting }
  return { kind: input.isRestoring ? 'restored' : 'synced', at, waiting }
}
