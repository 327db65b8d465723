/**
 * One room's Y.Doc with what of it is on disk. Updates of a batch are applied in one transaction, so that they cost one row and
 * one broadcast; what Yjs cannot place yet (its base is still on the way) is kept as it came, since the transaction does not hold it.
 */
import * as Y from 'yjs'
import { outboxMapName } from '../../shared/protocol/room.ts'
import type { OutboxEntry, RoomRow } from '../app/room-port.ts'
import type { RoomKind } from './room-kind.ts'

const maxActIdLength = 128
/** Below this a room is small whatever it is made of. */
const slackBytes = 1024 * 1024

export interface Applied {
  /** What must be stored and shown; empty where nothing was new. */
  updates: Uint8Array[]
  entries: OutboxEntry[]
}

export interface StoredSize {
  rows: number
  bytes: number
}

export interface RoomDocument {
  /** @throws where Yjs does, or where too much waits for its base; the document is spoilt then and must be loaded again. */
  apply(updates: readonly Uint8Array[]): Applied
  /** Takes over rows that are on disk. @returns those that were new. @throws as `apply`. */
  load(rows: readonly RoomRow[]): RoomRow[]
  /** The rows just applied are stored as these numbers. False: somebody else wrote in between, load what is missing. */
  committed(seqs: readonly number[], bytes: number): boolean
  /** Highest number up to which everything stored is in the document. */
  seq(): number
  /** Stored rows and their bytes, the last snapshot among them. */
  size(): StoredSize
  /** Whether a snapshot would make the room markedly smaller or quicker to load. */
  isScattered(maxRows: number): boolean
  vector(): Uint8Array
  /** What a peer with this state vector lacks, and what still waits for its base. */
  diff(vector: Uint8Array): Uint8Array
  snapshot(): Uint8Array
  /** The store now holds `snapshotBytes` in place of `before`, as `size()` gave it when the snapshot was made. */
  compacted(before: StoredSize, snapshotBytes: number): void
  /** Ids of the acts that lie in an outbox; none in other kinds. */
  entryIds(): string[]
  /** An outbox all of whose acts are settled; other kinds are never empty. */
  isSpent(): boolean
  destroy(): void
}

interface Entries {
  drain(): OutboxEntry[]
  ids(): string[]
  count(): number
}

const noEntries: Entries = { drain: () => [], ids: () => [], count: () => 1 }

function outboxEntries(doc: Y.Doc): Entries {
  const acts = doc.getMap<unknown>(outboxMapName)
  const changed = new Set<string>()
  acts.observe((event) => {
    for (const key of event.keysChanged) if (typeof key === 'string') changed.add(key)
  })
  return {
    drain() {
      const entries: OutboxEntry[] = []
      for (const id of changed) {
        const sealed = acts.get(id)
        if (sealed instanceof Uint8Array && id.length <= maxActIdLength) entries.push({ id, sealed })
      }
      changed.clear()
      return entries
    },
    ids: () => [...acts.keys()],
    count: () => acts.size,
  }
}

export function createRoomDocument(kind: RoomKind, pendingBytes: number): RoomDocument {
  const doc = new Y.Doc()
  const entries = kind === 'outbox' ? outboxEntries(doc) : noEntries
  let seq = 0
  let size: StoredSize = { rows: 0, bytes: 0 }
  let snapshotBytes = 0
  // More than one a transaction: Yjs tidies formatting in a second one of its own.
  let captured: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => captured.push(update))

  const pending = () => ({ structs: doc.store.pendingStructs?.update, deletes: doc.store.pendingDs })

  function transact(updates: readonly Uint8Array[]): Uint8Array[] {
    captured = []
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return captured
  }

  return {
    apply(updates) {
      const before = pending()
      const combined = transact(updates)
      const after = pending()
      const waits = (after.structs?.length ?? 0) + (after.deletes?.length ?? 0)
      if (waits > pendingBytes) throw new RangeError('too much waits for its base')
      const moved = after.structs !== before.structs || after.deletes !== before.deletes
      return { updates: waits > 0 && moved ? [...updates] : combined, entries: entries.drain() }
    },
    load(rows) {
      const fresh = rows.filter((row) => row.seq > seq)
      transact(fresh.map((row) => row.update))
      // Their acts were decided in the transaction that stored them.
      entries.drain()
      if (seq === 0) snapshotBytes = fresh[0]?.update.length ?? 0
      for (const row of fresh) {
        seq = row.seq
        size = { rows: size.rows + 1, bytes: size.bytes + row.update.length }
      }
      return fresh
    },
    committed(seqs, bytes) {
      size = { rows: size.rows + seqs.length, bytes: size.bytes + bytes }
      if (!seqs.every((one, index) => one === seq + 1 + index)) return false
      seq += seqs.length
      return true
    },
    seq: () => seq,
    size: () => size,
    isScattered: (maxRows) => size.rows >= maxRows || size.bytes > 2 * snapshotBytes + slackBytes,
    vector: () => Y.encodeStateVector(doc),
    diff: (vector) => Y.encodeStateAsUpdate(doc, vector),
    snapshot: () => Y.encodeStateAsUpdate(doc),
    compacted(before, bytes) {
      size = { rows: size.rows - before.rows + 1, bytes: size.bytes - before.bytes + bytes }
      snapshotBytes = bytes
    },
    entryIds: () => entries.ids(),
    isSpent: () => entries.count() === 0,
    destroy: () => doc.destroy(),
  }
}
