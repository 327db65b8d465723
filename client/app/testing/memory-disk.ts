import type { EntityKey } from '../../../shared/domain/entity.ts'
import type { ActId, Hash } from '../../../shared/domain/id.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { type Failures, noFailures } from '../attempt-wait.ts'
import type { ConfirmedRow, DeviceIdentity, FeedCursor, OutboxItem, SettledAct } from '../ports.ts'

export type MemoryFile = { size: number; isComplete: boolean; chunks: Map<number, Bytes> }

/** What survives a kill: hand the same disk to the next life of a tablet. */
export type MemoryDisk = {
  rows: Map<EntityKey, ConfirmedRow>
  cursor: FeedCursor
  outbox: Map<ActId, OutboxItem>
  settled: Map<ActId, SettledAct>
  files: Map<Hash, MemoryFile>
  local: Map<string, unknown>
  /** By `{room}#{number}`. */
  notes: Map<string, { room: string; i: number; update: Bytes }>
  /** Rooms of notes with something that may be nowhere else. */
  unsent: Set<string>
  identity: DeviceIdentity | null
  passPhrase: string | null
  failures: Failures
  /** `rows/ballot/x`, `outbox/<id>`, `settled/<id>`, `files/<hash>/<chunk>`, `local/<name>`, `notes/<room>#<n>`: these no longer open. */
  damaged: Set<string>
}

export const emptyCursor = (): FeedCursor => ({ epoch: 0, after: -1, tree: null, syncedAt: null })

export const createMemoryDisk = (): MemoryDisk => ({
  rows: new Map(),
  cursor: emptyCursor(),
  outbox: new Map(),
  settled: new Map(),
  files: new Map(),
  local: new Map(),
  notes: new Map(),
  unsent: new Set(),
  identity: null,
  passPhrase: null,
  failures: noFailures,
  damaged: new Set(),
})
