import type { Hash } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { NetworkFault } from './ports.ts'

/** A file on its way to the Office; `hashing` first, since its hash is its name. Shares of 0 to 1. */
export type UploadProgress = { kind: 'hashing' | 'sending' | 'checking'; share: number }

export type UploadedFile = { hash: Hash; size: number; pages: number }

export type UploadFault =
  | NetworkFault
  | { kind: 'stopped' }
  | { kind: 'too-large'; limit: number }
  | { kind: 'empty' }
  | { kind: 'unreadable' }

export type UploadFile = (request: {
  file: { size: number; slice(from: number, to: number): Promise<Bytes> }
  onProgress(progress: UploadProgress): void
  signal: AbortSignal
}) => Promise<Result<UploadedFile, UploadFault>>
