import { type ActId, Hash, type TaskId } from '../../shared/domain/id.ts'
import { taskKey } from '../../shared/domain/task.ts'
import { beginProof, longestFileName, type TaskFile } from '../../shared/domain/task-file.ts'
import { isTaskAct } from '../../shared/domain/task-question.ts'
import { type Bytes, concat } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { createSha256, sha256Hex } from '../../shared/lib/sha256.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { commitOpening } from './make-act.ts'
import type { Api, FileStore, NetworkFault, Random, StoreFault } from './ports.ts'
import { asStoreFault } from './store-fault.ts'
import { unattended } from './unattended.ts'
import type { UploadFault, UploadFile, UploadProgress, UploadSource } from './upload-port.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Files that an agency's desk sends with what it says (T5), offline too: they lie sealed on this device beside the act that names
 * them, and stay until the task holds them at the Office. The act goes at once, the file when and as the line allows.
 */

export type PickedFile = UploadSource & { name: string }
/** What an act carries of its files. */
export type Attachment = { attached: TaskFile[]; openings: Opening[] }

export type TaskFileStanding =
  /** The Office has it, and whoever reads the task. */
  | { kind: 'arrived' }
  /** It lies on this device and is on its way. `progress` null: waits for a line. */
  | { kind: 'to-send'; progress: UploadProgress | null }
  | { kind: 'turned-away'; fault: UploadFault }
  /** Named, and not here: another device has it. */
  | { kind: 'not-arrived' }

export type KeepFault = StoreFault | { kind: 'unreadable' }

export type TaskFiles = {
  /** Durable, file by file, before `say` signs what names them: "saved" is true of both (O1). */
  sendWith(
    task: TaskId,
    picked: readonly PickedFile[],
    say: (attachment: Attachment | null) => Promise<Result<ActId, StoreFault>>,
  ): Promise<Result<ActId, KeepFault>>
  standing(task: TaskId, file: TaskFile): TaskFileStanding
  /** From this device, else from the Office; checked by its hash. */
  read(file: TaskFile): Promise<Result<Bytes, NetworkFault | { kind: 'not-the-file' }>>
  /** What must stay on this device. */
  kept(): Set<Hash>
  /** Of those, what is still to be brought to the Office. */
  unsent(): number
  /** A line is up, or there is something to send. */
  pump(): void
  close(): void
}

export function createTaskFiles(deps: {
  copy: WorkingCopy
  files: FileStore
  api: Pick<Api, 'readFile' | 'taskFileHere'>
  upload: UploadFile
  /** Without one nothing is tried: the first exchange with the server tells of it. */
  hasLine(): boolean
  random: Random
  onChange(): void
  onArrived(): void
}): TaskFiles {
  const { copy, files, api, random, onChange } = deps
  const inHand = new Set<Hash>()
  const turnedAway = new Map<Hash, UploadFault>()
  const stop = new AbortController()
  let sending: { hash: Hash; progress: UploadProgress } | null = null
  let isRunning = false
  let runAgain = false

  const hasArrived = (task: TaskId, hash: Hash): boolean =>
    copy.reader.get('task', taskKey(task))?.files?.includes(hash) === true

  /** Named by an act of this device that was not refused, and not at the Office yet. */
  const due = (): { task: TaskId; file: TaskFile; isNamed: boolean }[] => {
    const waiting = copy.outbox().map(({ act }) => ({ act, isNamed: false }))
    const recorded = copy.settled().flatMap(({ act, receipt }) => {
      if (!('attached' in act.body)) return []
      const entry = parseEntry(receipt.leaf)
      return entry?.kind === 'act' && entry.verdict.kind !== 'refused' ? [{ act, isNamed: true }] : []
    })
    return [...waiting, ...recorded].flatMap(({ act, isNamed }) => {
      if (!isTaskAct(act) || !('attached' in act.body)) return []
      const { task } = act.body
      if (!copy.reader.get('task', taskKey(task))) return []
      return (act.body.attached ?? []).flatMap((file) =>
        hasArrived(task, file.hash) ? [] : [{ task, file, isNamed }],
      )
    })
  }

  /** @returns whether there is a line worth going on with */
  const bring = async ({ task, file, isNamed }: ReturnType<typeof due>[number]): Promise<boolean> => {
    const { hash, size } = file
    if (turnedAway.has(hash) || (await files.state(hash))?.isComplete !== true) return true
    const sent = await deps.upload({
      file: { size, slice: (from, to) => slice(files, hash, from, to) },
      use: 'attachment',
      signal: stop.signal,
      onProgress: (progress) => {
        sending = { hash, progress }
        onChange()
      },
    })
    sending = null
    if (!sent.ok) {
      const { kind } = sent.error
      if (kind !== 'file-refused' && kind !== 'file-too-large' && kind !== 'empty') return false
      turnedAway.set(hash, sent.error)
      onChange()
      return true
    }
    if (!isNamed) return true
    const told = await api.taskFileHere(task, hash)
    if (told.ok) deps.onArrived()
    return told.ok || told.error.kind === 'refused'
  }

  const run = async () => {
    // A receipt that comes meanwhile makes more to do.
    runAgain = true
    if (isRunning) return
    isRunning = true
    try {
      while (runAgain && deps.hasLine()) {
        runAgain = false
        for (const one of due()) {
          if (stop.signal.aborted || !(await bring(one))) return
        }
      }
    } finally {
      isRunning = false
      sending = null
      if (!stop.signal.aborted) onChange()
    }
  }

  const keep = async (task: TaskId, picked: PickedFile): Promise<{ file: TaskFile; opening: Opening }> => {
    const whole = createSha256()
    const proof = beginProof(task)
    for (let from = 0; from < picked.size; from += chunkBytes) {
      const piece = await pieceOf(picked, from)
      whole.update(piece)
      proof.update(piece)
    }
    const opening = commitOpening(random, safeName(picked.name))
    const hash = Hash.parse(whole.digestHex())
    inHand.add(hash)
    if ((await files.state(hash))?.isComplete !== true) {
      await files.begin(hash, picked.size)
      for (let from = 0; from < picked.size; from += chunkBytes) {
        await files.putChunk(hash, from / chunkBytes, await pieceOf(picked, from))
      }
      if (!(await files.finish(hash))) throw new Unreadable()
    }
    turnedAway.delete(hash)
    const named = { hash, size: picked.size, nameCommit: opening.commit }
    return { file: { ...named, proof: Hash.parse(proof.digestHex()) }, opening }
  }

  return {
    sendWith: async (task, picked, say) => {
      if (picked.length === 0) return await say(null)
      try {
        const kept = []
        for (const one of picked) kept.push(await keep(task, one))
        const attached = kept.map(({ file }) => file)
        const done = await say({ attached, openings: kept.map(({ opening }) => opening) })
        unattended(run())
        return done
      } catch (error) {
        if (error instanceof Unreadable) return fail({ kind: 'unreadable' })
        const fault = asStoreFault(error)
        if (!fault) throw error
        return fail(fault)
      } finally {
        inHand.clear()
      }
    },
    standing: (task, { hash }) => {
      if (hasArrived(task, hash)) return { kind: 'arrived' }
      const fault = turnedAway.get(hash)
      if (fault) return { kind: 'turned-away', fault }
      if (!due().some(({ file }) => file.hash === hash)) return { kind: 'not-arrived' }
      return { kind: 'to-send', progress: sending?.hash === hash ? sending.progress : null }
    },
    read: async ({ hash, size }) => {
      if ((await files.state(hash))?.isComplete) return ok(await slice(files, hash, 0, size))
      const reply = await api.readFile(hash)
      if (!reply.ok) return reply
      return sha256Hex(reply.value) === hash ? reply : fail({ kind: 'not-the-file' })
    },
    kept: () => new Set([...inHand, ...due().map(({ file }) => file.hash)]),
    unsent: () => due().filter(({ file }) => !turnedAway.has(file.hash)).length,
    pump: () => unattended(run()),
    close: () => stop.abort(),
  }
}

class Unreadable extends Error {}

async function pieceOf(file: UploadSource, from: number): Promise<Bytes> {
  const to = Math.min(file.size, from + chunkBytes)
  const bytes = await file.slice(from, to).catch(() => null)
  if (bytes?.length !== to - from) throw new Unreadable()
  return bytes
}

/** Any bytes of a file that is whole; uploads and readers ask for whole pieces. */
async function slice(files: FileStore, hash: Hash, from: number, to: number): Promise<Bytes> {
  const pieces = []
  for (let at = from; at < to; at += chunkBytes) pieces.push(await files.chunk(hash, at / chunkBytes))
  return concat(...pieces).subarray(0, to - from)
}

/** A name and no path; nothing in it that hides, turns round or begins with a dot. */
export function safeName(name: string): string {
  const plain = cleanText(name)
    .replace(/[\n\t\\/:*?"<>|]/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const end = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, plain.length - end.length).slice(0, longestFileName - 10)}${end}` || 'tep'
}
