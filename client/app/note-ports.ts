import type { Annotation, AnnotationCore, AnnotationMarks } from '../../shared/domain/annotation.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { StoreFault } from './ports.ts'

/** What notes ask of the machine: sealed storage, and documents that merge. */

/**
 * Rooms of notes on this device, each a log of updates, sealed. `append` begins to seal before it returns, so that a lock in
 * the next moment loses nothing, and resolves after the durable commit (O1).
 */
export type NoteStore = {
  /** Names of the rooms that hold something. */
  rooms(): Promise<string[]>
  /** In their order; one that does not open is told and left out. To be called before anything is appended. */
  load(room: string): Promise<{ updates: Bytes[]; upTo: number; isUnsent: boolean }>
  /**
   * A write that fails takes those behind it along: they would lie there without what they build on.
   * @param isOwn written here: with the same commit the room counts as unsent
   */
  append(room: string, update: Bytes, isOwn: boolean): Promise<void>
  /** The server has on disk whatever was appended before. */
  markSent(room: string): Promise<void>
  /** One update that says the same as all up to `upTo`, in their place. */
  compact(room: string, snapshot: Bytes, upTo: number): Promise<void>
  remove(room: string): Promise<void>
}

/** How far a room has come. `saved` alone is "đã lưu trên máy tính bảng này" (O1). */
export type NoteSync =
  /** No line: what is here is on this tablet alone, or was the same everywhere when the line ended. */
  | { kind: 'offline'; isSent: boolean }
  | { kind: 'sending' }
  /** The server has all of it on disk, and this tablet what the server had. */
  | { kind: 'synced' }
  /** The server takes no more of this document's notes; they stay on this tablet. */
  | { kind: 'too-large' }
  /** Not this person's to open, or no longer. */
  | { kind: 'refused' }

export type NoteSaved = { kind: 'saving' } | { kind: 'saved' } | { kind: 'not-saved'; fault: StoreFault }

/** `isUnderWay`: there is a line, and it is going over it now. */
export type Unsent = { room: string; isUnderWay: boolean }

/** Marks that a person changes. Absent: stays. */
export type NoteChange = Partial<Pick<AnnotationMarks, 'colour' | 'width' | 'offset' | 'placement'>>

/** Words under a mark, as several tablets write them at once. */
export type NoteText = {
  value(): string
  /** Replaces `remove` UTF-16 units at `at`; out of bounds is clipped. */
  edit(at: number, remove: number, insert: string): void
  subscribe(listener: () => void): () => void
}

/** One room of notes, open: what several tablets write merges by itself. */
export type NoteRoom = {
  /** Resolves when what is stored here has been read; until then it is empty. Rejects with a StoreFault. */
  ready(): Promise<void>
  /** Newest last. `skipped`: what a newer or hostile program wrote; it is kept, and not shown. */
  read(): { annotations: readonly Annotation[]; skipped: number }
  /** @returns its id. Each call is one gesture of undo. */
  add(core: AnnotationCore, marks: NoteChange & { text?: string }): string
  change(ids: readonly string[], change: NoteChange): void
  erase(ids: readonly string[]): void
  /** Null where there is no such mark. */
  text(id: string): NoteText | null
  /** One gesture of this tablet back; what others did meanwhile stays. False where there is none. */
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  /** Resolves when every change so far is durable; rejects with a StoreFault where one is not. */
  whenStored(): Promise<void>
  saved(): NoteSaved
  sync(): NoteSync
  subscribe(listener: () => void): () => void
}

/** The wires of notes, made by the composition root over client/sync. */
export type NoteHub = {
  /** The same room each time while somebody holds it; `release` lets go. */
  open(room: string, isWritable: boolean): { room: NoteRoom; release(): void }
  /** What lies in a room on this tablet, without a line of its own. Rejects with a StoreFault. */
  glance(room: string, isWritable: boolean): Promise<ReturnType<NoteRoom['read']>>
  /** Told the room's name when something was written in it, here or elsewhere. */
  subscribe(listener: (room: string) => void): () => void
  /** Rooms with something written here that the server is not known to have; of those never read in this run nothing is known. */
  unsent(): readonly Unsent[]
  watchUnsent(listener: () => void): () => void
  /** Rooms that may be exchanged now, in order of need; those stored and not among them stay here unsent. */
  exchange(rooms: readonly { name: string; isWritable: boolean }[]): void
  /** Takes the copy of a room off this tablet. */
  forget(room: string): Promise<void>
  /** Whoever was turned away may be let in now. */
  wake(): void
  stop(): void
}
