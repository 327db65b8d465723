import type { Hash } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { UploadPurpose } from '../../shared/protocol/api.ts'
import type { NetworkFault } from './ports.ts'

/** A file on its way to the Office. */
export type UploadSource = {
  size: number
  /** Bytes [from, to). */
  slice(from: number, to: number): Promise<Bytes>
}

/** `done` and `total` in bytes. `waiting`: no answer, it tries again. */
export type UploadProgress = {
  phase: 'hashing' | 'sending' | 'checking' | 'waiting'
  done: number
  total: number
}

export type UploadFault =
  | { kind: 'empty' }
  | { kind: 'file-too-large'; size: number; limit: number }
  /** The machine does not give the bytes: moved, changed or taken away meanwhile. */
  | { kind: 'unreadable' }
  /** What arrived has another hash than what was read first: the file is being changed. */
  | { kind: 'file-changed' }
  /** Intake does not take it: why, in the words of server/intake. */
  | { kind: 'file-refused'; reason: unknown }
  | { kind: 'stopped' }
  | NetworkFault

/** `pages` 0: no PDF. */
export type UploadedFile = { hash: Hash; size: number; pages: number }

export type UploadFile = (request: {
  file: UploadSource
  /** What it is checked for; without it as a document, which is a PDF. */
  use?: Exclude<UploadPurpose, 'document'>
  onProgress(progress: UploadProgress): void
  signal: AbortSignal
}) => Promise<Result<UploadedFile, UploadFault>>
