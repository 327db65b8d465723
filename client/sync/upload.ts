import { Hash } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { createSha256 } from '../../shared/lib/sha256.ts'
import {
  chunkBytes,
  type UploadPurpose,
  type UploadState,
  uploadMaxBytes,
} from '../../shared/protocol/api.ts'
import type { Api, NetworkFault, Random, Timers } from '../app/ports.ts'
import type { UploadedFile, UploadFault, UploadProgress, UploadSource } from '../app/upload-port.ts'
import { backoffMs, quickBackoff } from './backoff.ts'

/**
 * Brings one file to the Office: named by its hash first, then piece by piece from wherever the server has it, then checked
 * there as a whole. Called again with the same file, in this life or another, it goes on where it was.
 */

type UploadParts = {
  api: Pick<Api, 'beginUpload' | 'putUpload' | 'finishUpload'>
  file: UploadSource
  use?: Exclude<UploadPurpose, 'document'>
  timers: Timers
  random: Random
  onProgress(progress: UploadProgress): void
  signal: AbortSignal
}

/** In a row, some five minutes; then a person is asked. */
const maxFailures = 12

export async function uploadFile(parts: UploadParts): Promise<Result<UploadedFile, UploadFault>> {
  const { file, signal, onProgress, timers, random } = parts
  const total = file.size
  if (total === 0) return fail({ kind: 'empty' })
  if (total > uploadMaxBytes) return fail({ kind: 'file-too-large', size: total, limit: uploadMaxBytes })
  const hashed = await hashOf(parts)
  if (!hashed.ok) return hashed
  const hash = hashed.value
  /** Null where the server has yet to say how far it is. */
  let received: number | null = null
  let furthest = -1
  for (let failures = 0; ; ) {
    const stepped: Result<UploadState, UploadFault> = await step(parts, hash, received)
    if (signal.aborted) return fail({ kind: 'stopped' })
    if (stepped.ok) {
      const { value } = stepped
      // Somebody attached it to a report: as a document it has no pages.
      if (value.kind === 'ready' && value.pages === 0 && parts.use === undefined) {
        return fail({ kind: 'file-refused', reason: { kind: 'not-a-pdf' } })
      }
      if (value.kind === 'ready') return ok({ hash, size: value.size, pages: value.pages })
      if (received === null || value.received > received) {
        if (value.received > furthest) failures = 0
        received = value.received
        furthest = Math.max(furthest, received)
        onProgress({ phase: received < total ? 'sending' : 'checking', done: received, total })
        continue
      }
    }
    // A server that says the same for ever is as good as none.
    const fault: UploadFault = stepped.ok ? { kind: 'unreachable' } : stepped.error
    failures++
    if (!isPassing(fault, received !== null) || failures > maxFailures) return fail(fault)
    onProgress({ phase: 'waiting', done: Math.max(0, furthest), total })
    await wait(backoffMs(failures, quickBackoff, random), timers, signal)
    received = null
  }
}

async function hashOf({ file, signal, onProgress }: UploadParts): Promise<Result<Hash, UploadFault>> {
  const digest = createSha256()
  for (let from = 0; from < file.size; ) {
    onProgress({ phase: 'hashing', done: from, total: file.size })
    const piece = await readPiece(file, from)
    if (signal.aborted) return fail({ kind: 'stopped' })
    if (!piece.ok) return piece
    digest.update(piece.value)
    from += piece.value.length
  }
  return ok(Hash.parse(digest.digestHex()))
}

async function readPiece(file: UploadSource, from: number): Promise<Result<Bytes, UploadFault>> {
  const to = Math.min(file.size, from + chunkBytes)
  try {
    const bytes = await file.slice(from, to)
    return bytes.length === to - from ? ok(bytes) : fail({ kind: 'unreadable' })
  } catch {
    return fail({ kind: 'unreadable' })
  }
}

async function step(
  { api, file, use }: UploadParts,
  hash: Hash,
  received: number | null,
): Promise<Result<UploadState, UploadFault>> {
  if (received === null) return told(await api.beginUpload({ hash, size: file.size }))
  if (received >= file.size) return told(await api.finishUpload(hash, use))
  const piece = await readPiece(file, received)
  return piece.ok ? told(await api.putUpload(hash, received, piece.value)) : piece
}

function told(reply: Result<UploadState, NetworkFault>): Result<UploadState, UploadFault> {
  if (reply.ok || reply.error.kind !== 'refused') return reply
  const { error } = reply.error
  if (error.kind === 'hash-mismatch') return fail({ kind: 'file-changed' })
  return error.kind === 'file-refused' ? fail({ kind: 'file-refused', reason: error['reason'] }) : reply
}

/** Worth asking again: no answer, a server in trouble or under load, or one that has forgotten or is further (404, 409). */
function isPassing(fault: UploadFault, hasBegun: boolean): boolean {
  if (fault.kind !== 'refused') return fault.kind === 'unreachable'
  if (fault.status === 429) return fault.error.kind !== 'quota-exceeded'
  return fault.status >= 500 || fault.status === 409 || (hasBegun && fault.status === 404)
}

const wait = (delayMs: number, timers: Timers, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    const cancel = timers.after(delayMs, resolve)
    signal.addEventListener(
      'abort',
      () => {
        cancel()
        resolve()
      },
      { once: true },
    )
  })
