import type { Result } from '../../shared/lib/result.ts'
import type { ActOutcome } from '../../shared/protocol/api.ts'
import type { FeedPage } from '../../shared/protocol/feed.ts'
import type { DocumentShelf } from './document.ts'
import type { DeviceIdentity, FeedCursor, OutboxStore } from './ports.ts'
import type { SyncState } from './status.ts'
import type { Tablet } from './tablet.ts'
import type { FeedFault } from './take-feed.ts'
import type { UploadFile } from './upload-port.ts'

/** The wires, made by the composition root over client/sync. */
export type Sync = {
  start(): void
  stop(): void
  kickOutbox(): void
  kickFeed(): void
  kickFiles(): void
  state(): SyncState
  subscribe(listener: () => void): () => void
  upload: UploadFile
}

export type SyncParts = {
  identity: DeviceIdentity
  outbox: OutboxStore
  tablet: Tablet
  cursor(): FeedCursor
  takePage(page: FeedPage): Promise<Result<'more' | 'done' | 'later', FeedFault>>
  planFetch: DocumentShelf['planFetch']
  /** The browser took no more of a document. */
  onFull(): void
  takeOutcomes(outcomes: ActOutcome[]): Promise<void>
  onFiles(): void
  onSignedOut(): void
}
