import type { DerivedKind, ProcessingFault } from '../../shared/domain/document.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { IntakeProgress } from '../../shared/protocol/api.ts'

/** What processing uploaded documents asks of the world (document-intake.ts). */

/** A document that ended so many servers is the reason. */
export const mostAttempts = 3

export type IntakeStep = { step: 'pages' | 'copy'; done: number; of: number }

/** Work on files that passed their checks: one row each, waiting from that moment on. Survives whoever does it. */
export type IntakeJobs = {
  /** The oldest of those least often tried that waits, or that somebody took and left; taken until that hour. `attempt` counts from 1. */
  take(now: Instant, until: Instant): Promise<{ document: Hash; attempt: number } | null>
  /** Still at work. */
  keep(document: Hash, until: Instant, progress: IntakeStep): Promise<void>
  /** Given back untouched, by a server that stops. */
  release(document: Hash): Promise<void>
  /** Done with; `fault` where nothing came of it. */
  end(document: Hash, fault: ProcessingFault | null): Promise<void>
  /** What failed waits once more, as if it had been tried so often; whatever else it is stays as it is. */
  again(document: Hash, attempts: number): Promise<void>
  state(document: Hash): Promise<IntakeProgress | undefined>
}

/** Files that the server made of others. By the SHA-256 of their bytes; whole or not at all. */
export type DerivedStore = {
  /** Where it is there already, only the hour. */
  put(hash: Hash, bytes: Uint8Array, at: Instant): Promise<void>
  size(hash: Hash): Promise<number | null>
  /** Bytes [from, to), as a stream of pieces of at most `chunkBytes`. */
  read(hash: Hash, from: number, to: number): AsyncIterable<Uint8Array>
}

export type MadeFiles = {
  files: readonly { kind: DerivedKind; bytes: Uint8Array }[]
  /** Counted from 1, ascending. */
  noText: readonly number[]
  broken: readonly number[]
  faults: readonly { kind: 'pages' | 'copy'; fault: ProcessingFault }[]
}

/** Rejects with the signal's reason when it is aborted; whatever a file does is a fault, and no error. */
export type ProcessDocument = (
  bytes: Uint8Array,
  options: { onProgress(progress: IntakeStep): void; stopping: AbortSignal },
) => Promise<MadeFiles>
