import type { Hash, PersonId } from '../../shared/domain/id.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { createSha256 } from '../../shared/lib/sha256.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import type { BeginUpload, UploadPurpose, UploadState } from '../../shared/protocol/api.ts'
import { uploadMaxBytes, uploadMaxPages } from '../../shared/protocol/api.ts'
import type { AttemptStore, BlobStore, Clock, Log } from './ports.ts'
import { createTurnstile } from './turnstile.ts'

/** What intake says of a file: how many pages, or why not (server/intake/pdf-refusal.ts). */
export type CheckFile = (
  bytes: Uint8Array,
  limits: { size: number; pages: number },
  as: UploadPurpose,
) => Promise<Result<{ pages: number }, { kind: string }>>

export type UploadFault =
  | { kind: 'not-found' }
  | { kind: 'file-too-large'; size: number; limit: number }
  | { kind: 'quota-exceeded'; limit: number }
  /** Go on from `received`. */
  | { kind: 'wrong-offset'; received: number; size: number }
  | { kind: 'hash-mismatch' }
  | { kind: 'file-refused'; reason: { kind: string } }

export type Uploads = {
  /** May be repeated: says from where to go on. */
  begin(by: PersonId, file: BeginUpload): Promise<Result<UploadState, UploadFault>>
  state(hash: Hash): Promise<UploadState | null>
  write(hash: Hash, offset: number, bytes: Uint8Array): Promise<Result<UploadState, UploadFault>>
  /** Checks the bytes by their hash and by intake. What fails is forgotten, and may be sent again. */
  finish(by: PersonId, hash: Hash, as?: UploadPurpose): Promise<Result<UploadState, UploadFault>>
  /** For a job: forgets what nobody finished within a day. */
  sweep(): Promise<number>
}

/** Per person: files on their way and their bytes, and files begun in a day. */
const maxReceiving = { files: 50, bytes: 20 * uploadMaxBytes }
const filesPerDay = 1000
const abandonedMs = dayMs
/** Each holds one whole file in memory. */
const finishingAtOnce = 2

export function createUploads(deps: {
  blobs: BlobStore
  attempts: AttemptStore
  checkFile: CheckFile
  clock: Clock
  log: Log
}): Uploads {
  const { blobs, attempts, checkFile, clock, log } = deps
  const turnstile = createTurnstile(finishingAtOnce)
  const finishing = new Map<Hash, Promise<Result<UploadState, UploadFault>>>()

  const state = async (hash: Hash): Promise<UploadState | null> => (await blobs.state(hash)) ?? null

  const now = async (hash: Hash): Promise<Result<UploadState, UploadFault>> => {
    const found = await state(hash)
    return found ? ok(found) : fail({ kind: 'not-found' })
  }

  const faultOfQuota = async (by: PersonId, size: number): Promise<UploadFault | null> => {
    const { files, bytes } = await blobs.receivingOf(by)
    if (files >= maxReceiving.files) return { kind: 'quota-exceeded', limit: maxReceiving.files }
    if (bytes + size > maxReceiving.bytes) return { kind: 'quota-exceeded', limit: maxReceiving.bytes }
    const at = clock.now()
    const begun = await attempts.add(`upload/${by}`, at, instant(at - dayMs))
    return begun > filesPerDay ? { kind: 'quota-exceeded', limit: filesPerDay } : null
  }

  const forget = async (hash: Hash, by: PersonId, fault: UploadFault) => {
    await blobs.remove(hash, 'not-ready')
    log('warn', 'upload-refused', { person: by, hash, ...fault })
    return fail(fault)
  }

  const judge = async (by: PersonId, hash: Hash, size: number, as: UploadPurpose) => {
    const bytes = new Uint8Array(size)
    const digest = createSha256()
    let at = 0
    for await (const piece of blobs.read(hash, 0, size)) {
      digest.update(piece)
      bytes.set(piece, at)
      at += piece.length
    }
    if (digest.digestHex() !== hash) return await forget(hash, by, { kind: 'hash-mismatch' })
    const checked = await checkFile(bytes, { size: uploadMaxBytes, pages: uploadMaxPages }, as)
    if (!checked.ok) return await forget(hash, by, { kind: 'file-refused', reason: checked.error })
    await blobs.markReady(hash, checked.value.pages)
    return await now(hash)
  }

  const check = async (by: PersonId, hash: Hash, size: number, as: UploadPurpose) => {
    try {
      return await judge(by, hash, size, as)
    } catch (error) {
      // Another server has judged it meanwhile, and forgotten it.
      if (await state(hash)) throw error
      return fail<UploadFault>({ kind: 'not-found' })
    }
  }

  const finish: Uploads['finish'] = async (by, hash, as = 'document') => {
    const found = await state(hash)
    if (!found) return fail({ kind: 'not-found' })
    if (found.kind === 'ready') return ok(found)
    const { received, size } = found
    if (received < size) return fail({ kind: 'wrong-offset', received, size })
    const running = finishing.get(hash)
    if (running) return await running
    const checking = turnstile(() => check(by, hash, size, as)).finally(() => finishing.delete(hash))
    finishing.set(hash, checking)
    return await checking
  }

  return {
    state,
    begin: async (by, { hash, size }) => {
      if (size > uploadMaxBytes) return fail({ kind: 'file-too-large', size, limit: uploadMaxBytes })
      const found = await state(hash)
      if (found?.kind === 'ready') {
        await blobs.begin(hash, found.size, by, clock.now())
        return await now(hash)
      }
      if (found?.size === size) return ok(found)
      // One hash has one size: whoever began it otherwise was wrong, or this one is and fails at the end. What is complete
      // is judged first: taken away under its judge, other bytes could come to stand under a name that was found right.
      if (found && found.received < found.size) await blobs.remove(hash, 'incomplete')
      else if (found) {
        const judged = await finish(by, hash, 'document')
        if (judged.ok) return judged
      }
      const fault = await faultOfQuota(by, size)
      if (fault) return fail(fault)
      await blobs.begin(hash, size, by, clock.now())
      return await now(hash)
    },
    write: async (hash, offset, bytes) => {
      const found = await state(hash)
      if (!found) return fail({ kind: 'not-found' })
      if (found.kind === 'ready') return ok(found)
      const fits = offset + bytes.length <= found.size && bytes.length > 0
      if (fits && (await blobs.write(hash, offset, bytes))) return await now(hash)
      const after = await state(hash)
      if (!after) return fail({ kind: 'not-found' })
      const received = after.kind === 'ready' ? after.size : after.received
      return fail({ kind: 'wrong-offset', received, size: after.size })
    },
    finish,
    sweep: () => blobs.removeAbandoned(instant(clock.now() - abandonedMs)),
  }
}
