import type { Instant } from '../../shared/lib/time.ts'

/**
 * What the room server (server/live) asks of the rest.
 *
 * A room is a log of Yjs updates. Numbers are per room, 1, 2, 3 ... in the order of commits: whoever has seen
 * number n has seen every smaller one. Storage must assign them under a lock on the room, never from a sequence.
 */

export interface RoomUpdate {
  room: string
  /** Yjs update, format V1. */
  update: Uint8Array
}

export interface RoomRow {
  seq: number
  update: Uint8Array
}

export interface RoomStore {
  /** Rows numbered above `after` (0: all), ascending; none for a room never seen. */
  load(room: string, after: number): Promise<RoomRow[]>
  /**
   * One durable transaction: all or nothing, on disk when it resolves. A batch may name a room twice.
   * @returns the number of each row, in the order of the batch.
   */
  append(batch: readonly RoomUpdate[]): Promise<number[]>
  /** Compaction: one row `upTo` holding `snapshot` in place of every row up to and including `upTo`. Repeatable. */
  replace(room: string, upTo: number, snapshot: Uint8Array): Promise<void>
  /** Forgets the room; its numbers may start again at 1. */
  remove(room: string): Promise<void>
  /** Bytes of all rows of the rooms whose names begin so; `prefix` ends in a slash. */
  bytesUnder(prefix: string): Promise<number>
}

/** Outboxes (`acts/...`) that nobody writes into any more. */
export interface OutboxRooms {
  /** Those not known as idle are from now on, those in use no longer; a write ends it too. */
  markIdleOutboxes(now: Instant, inUse: readonly string[]): Promise<void>
  /** Idle since that hour or longer, the longest first. */
  idleOutboxes(before: Instant, limit: number): Promise<{ room: string; since: Instant }[]>
  /** As `remove`, but nothing where it has not been idle since that hour. */
  removeIdleOutbox(room: string, before: Instant): Promise<void>
}

/** Several servers on one database. Outboxes are not told of: each has one writer, at one server at a time. */
export interface RoomNews {
  /** @param listener hears of rooms in which another server has stored something; null: it may be any. */
  subscribe(listener: (room: string | null) => void): () => void
}

export interface OutboxEntry {
  /** Key in the Y.Map: the act's id as the device claims it. Untrusted. */
  id: string
  /** Sealed envelope. Untrusted. */
  sealed: Uint8Array
}

/** A device's outbox has new content: the update and the acts that became visible by it. */
export interface OutboxDelivery extends RoomUpdate {
  person: string
  device: string
  entries: readonly OutboxEntry[]
}

export interface OutboxIntake {
  /**
   * Stores the updates as `RoomStore.append` does, and decides the acts, in one durable transaction. An act that breaks a
   * rule is taken in and answered by a verdict: only a broken machine rejects, and then none of the batch is kept.
   * An entry already seen may come again. @returns the number of each row, in the order of the batch.
   */
  take(batch: readonly OutboxDelivery[]): Promise<number[]>
}

/** What is known of who opens a socket, before anything is believed. */
export interface RoomRequest {
  address: string
  cookie: string | null
  /** Query string of the address, without the question mark. */
  query: string
}

export type RoomAccess =
  /** `withoutSession`: whoever names the device; what that adds to its outboxes is bounded. */
  | { allow: true; person: string; device: string; canWrite: boolean; withoutSession?: true }
  /** `code` closes the socket: 4401 not signed in, 4403 not allowed (or no such room: they answer alike). */
  | { allow: false; code: 4401 | 4403 }

export interface RoomGate {
  /** Asked before anything of the room is loaded, and again at every `recheck`. */
  open(room: string, request: RoomRequest): Promise<RoomAccess>
}

export interface RoomClock {
  /** Milliseconds; only differences matter. */
  now(): number
}

export interface RoomTimers {
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void
}

export type RoomEvent =
  | { kind: 'room-opened'; room: string; person: string; device: string }
  | { kind: 'room-refused'; room: string; code: number }
  /** `code` null: the client went. */
  | { kind: 'room-closed'; room: string; person: string | null; code: number | null }
  | { kind: 'room-failed'; room: string; error: unknown }
  | { kind: 'room-healed'; room: string; offenders: number }
  | { kind: 'room-compacted'; room: string; bytes: number }

export type RoomLog = (event: RoomEvent) => void
