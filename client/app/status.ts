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
  /** `fetching`: how many per cent of the documents are here, where some are on their way. */
  | { kind: 'synced'; at: Instant; waiting: number; fetching?: number }
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
  /** `lacking`: documents of open ballots that do not fit; 0 where the browser took no more. */
  | { kind: 'storage-full'; lacking: number; waiting: number }
  /** This device could not keep what came: full, or refused by the browser. */
  | { kind: 'storage-trouble'; waiting: number }

export function statusOf(input: {
  sync: SyncState
  syncedAt: Instant | null
  waiting: number
  fault: FeedFault | null
  isRestoring: boolean
  lacking: number
}): Status {
  const { sync, waiting, fault, lacking } = input
  if (fault) return { kind: 'not-trusted', fault, waiting }
  if (sync.feed === 'not-understood') return { kind: 'update-required', waiting }
  if (sync.feed === 'signed-out') return { kind: 'signed-out', waiting }
  if (sync.feed === 'not-stored') return { kind: 'storage-trouble', waiting }
  const at = sync.lastOkAt ?? input.syncedAt
  if (!sync.hasNetwork) return { kind: 'offline', since: at, waiting }
  if (sync.feed === 'offline') return { kind: 'server-silent', since: at, waiting }
  if (sync.files.kind === 'storage-full' || lacking > 0) return { kind: 'storage-full', lacking, waiting }
  // Of what comes in many pages the first ones are not all: that is known only at the end.
  const isCatchingUp = sync.feed === 'pulling' && sync.lastOkAt === null
  if (at === null || isCatchingUp) return { kind: 'syncing', waiting }
  if (input.isRestoring) return { kind: 'restored', at, waiting }
  return { kind: 'synced', at, waiting, ...fetchingOf(sync) }
}

/** Whole is only what was checked and put away: never 100. */
function fetchingOf({ files }: SyncState): { fetching?: number } {
  if (files.kind !== 'fetching' || files.total === 0 || files.have === files.total) return {}
  return { fetching: Math.min(99, Math.floor((files.have / files.total) * 100)) }
}
