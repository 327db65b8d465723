import { type Collection, Dexie, type Table } from 'dexie'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { ChunkRecord } from './tablet-database.ts'

type Key = [string, number]

export const chunksOf = (chunks: Table<ChunkRecord, Key>, k: string): Collection<ChunkRecord, Key> =>
  chunks.where('[k+i]').between([k, Dexie.minKey], [k, Dexie.maxKey])

/** Chunks of a file of that many bytes. */
export const countOf = (size: number): number => Math.ceil(size / chunkBytes)

/** How many there are without a gap from the start; keys ascending, as the index gives them. */
export function runOf(keys: readonly Key[]): number {
  const gap = keys.findIndex(([, i], at) => i !== at)
  return gap < 0 ? keys.length : gap
}
