import type { Act } from '../../shared/domain/act.ts'
import type { Entity, EntityKey } from '../../shared/domain/entity.ts'
import type { ActId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Receipt } from '../../shared/ledger/receipt.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { ServerKeys } from '../../shared/protocol/api.ts'
import type { SealEnvelope, SignP256 } from '../../shared/protocol/crypto-ports.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { KnownTree } from '../../shared/protocol/feed.ts'

/** What a person's actions ask of the machine: storage, network, keys, clock. Two implementations each, one contract. */

export type Clock = { now(): Instant }
export type Random = (length: number) => Bytes

/** A row as the feed brought it, with the texts behind its hashes and the leaves that prove it. */
export type ConfirmedRow = {
  key: EntityKey
  n: number
  entity: Entity
  openings: Opening[]
  /** Leaf texts of the row's trail, ascending; empty for kinds that are not proven. */
  leaves: string[]
}

/** An act on its way. `sealed` goes out as it is; `act` and `openings` are for the screen, sealed at rest like all else. */
export type OutboxItem = {
  id: ActId
  act: Act
  openings: Opening[]
  sealed: Bytes
  storedAt: Instant
  /** What the server said without proof; the item stays. */
  rejected: string | null
}

export type SettledAct = { id: ActId; act: Act; openings: Opening[]; receipt: Receipt; settledAt: Instant }

/**
 * Sealed storage of one person on this device. Every method that writes resolves after the durable commit (O1), and
 * rejects with a StoreFault where nothing was written.
 */
export type RowStore = {
  all(): Promise<ConfirmedRow[]>
  cursor(): Promise<FeedCursor>
  /** One page of the feed, whole or not at all: rows, gone keys, settled acts, cursor. */
  takePage(page: {
    rows: ConfirmedRow[]
    gone: EntityKey[]
    settled: SettledAct[]
    cursor: FeedCursor
  }): Promise<void>
  /** Empties rows and cursor (a new epoch, or a scope that cannot be mended); never outbox, receipts or files. */
  reset(): Promise<void>
}

export type FeedCursor = { epoch: number; after: number; tree: KnownTree | null; syncedAt: Instant | null }

export type OutboxStore = {
  /** Durable before it resolves: only then may a screen say "saved on this tablet". */
  add(item: OutboxItem): Promise<void>
  all(): Promise<OutboxItem[]>
  /** Ids and sealed bytes alone; works while locked. */
  sealed(): Promise<{ id: ActId; sealed: Bytes }[]>
  markRejected(id: ActId, reason: string): Promise<void>
  settled(): Promise<SettledAct[]>
}

export type FileState = { hash: Hash; size: number; have: number; isComplete: boolean }

export type FileStore = {
  state(hash: Hash): Promise<FileState | undefined>
  states(): Promise<FileState[]>
  begin(hash: Hash, size: number): Promise<void>
  putChunk(hash: Hash, index: number, bytes: Bytes): Promise<void>
  /** Marks complete after the whole was checked by its hash; on a mismatch everything of it is dropped. */
  finish(hash: Hash): Promise<boolean>
  chunk(hash: Hash, index: number): Promise<Bytes>
  /** Opens every chunk: what "ready offline" is computed from (D4). */
  verify(hash: Hash): Promise<boolean>
  remove(hash: Hash): Promise<void>
}

/** Small local facts that are nobody's record: language, what a member has dealt with, drafts of an answer. */
export type LocalStore = {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
}

export type StoreFault =
  | { kind: 'storage-full' }
  | { kind: 'storage-refused'; detail: string }
  | { kind: 'locked' }
  | { kind: 'corrupt'; detail: string }

/** Who this device is; readable while locked (opaque ids and public keys only). */
export type DeviceIdentity = {
  person: PersonId
  device: DeviceId
  publicKey: string
  keys: ServerKeys
  state: 'pending' | 'active'
}

/** Keys of the unlocked device. */
export type UnlockedKeys = { sign: SignP256 }

export type Crypto = { verifyEd25519: VerifyEd25519; seal: SealEnvelope }

export type Network =
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; error: { kind: string; [fact: string]: unknown }; status: number }
