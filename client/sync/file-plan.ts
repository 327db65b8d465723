import type { Hash } from '../../shared/domain/id.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { FileStore } from '../app/ports.ts'
import { asStoreFault } from '../app/store-fault.ts'

export type WantedFile = { hash: Hash; size: number }

/** Chunks of one file are under way within this distance of each other, no further. */
export const chunkWindow = 3

/** What is still missing of one file, and what of that is under way. */
export type FilePlan = WantedFile & { missing: Set<number>; underWay: Set<number>; isFinishing: boolean }

/**
 * Storage tells the unbroken run from the start; behind it there may lie what came in before its turn when the last life
 * ended, never further than the window. Those are opened to see, so that no byte is fetched twice.
 * @returns null where nothing is left to do.
 */
export async function planFile(file: WantedFile, store: FileStore): Promise<FilePlan | null> {
  const state = await store.state(file.hash)
  if (state?.isComplete && state.size === file.size) return null
  const plan: FilePlan = { ...file, missing: new Set(), underWay: new Set(), isFinishing: false }
  const count = Math.ceil(file.size / chunkBytes)
  const isBegun = state?.size === file.size
  const first = isBegun ? Math.ceil(state.have / chunkBytes) : 0
  for (let index = first; index < count; index++) {
    const mayBeThere = isBegun && index > first && index < first + chunkWindow
    if (!(mayBeThere && (await isThere(file.hash, index, store)))) plan.missing.add(index)
  }
  if (!isBegun) await store.begin(file.hash, file.size)
  return plan
}

async function isThere(hash: Hash, index: number, store: FileStore): Promise<boolean> {
  try {
    await store.chunk(hash, index)
    return true
  } catch (error) {
    if (asStoreFault(error)?.kind === 'corrupt') return false
    throw error
  }
}

export function bytesMissing({ size, missing }: FilePlan): number {
  let bytes = 0
  for (const index of missing) bytes += Math.min(chunkBytes, size - index * chunkBytes)
  return bytes
}

export type Task =
  | { kind: 'fetch'; plan: FilePlan; index: number; from: number; to: number }
  | { kind: 'finish'; plan: FilePlan }

/** The next thing to do, in order of need, marked as under way; null where everything is, or nothing is left. */
export function nextTask(plans: readonly FilePlan[]): Task | null {
  for (const plan of plans) {
    const [first] = plan.missing
    if (first === undefined) {
      if (plan.isFinishing) continue
      plan.isFinishing = true
      return { kind: 'finish', plan }
    }
    for (let index = first; index < first + chunkWindow; index++) {
      if (!plan.missing.has(index) || plan.underWay.has(index)) continue
      plan.underWay.add(index)
      const from = index * chunkBytes
      return { kind: 'fetch', plan, index, from, to: Math.min(plan.size, from + chunkBytes) }
    }
  }
  return null
}
