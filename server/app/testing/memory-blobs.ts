import { instant } from '../../../shared/lib/time.ts'
import { chunkBytes } from '../../../shared/protocol/api.ts'
import type { BlobStore } from '../ports.ts'
import type { MemoryState, MemoryStep } from './memory-state.ts'

export function createMemoryBlobs({ blobs, intakeJobs }: MemoryState, step: MemoryStep): BlobStore {
  const table = blobs.committed
  return {
    state: async (hash) => {
      await step('blobs.state')
      const blob = table.get(hash)
      if (!blob) return undefined
      const { size, pages, received } = blob
      return pages === null ? { kind: 'receiving', received, size } : { kind: 'ready', size, pages }
    },
    begin: async (hash, size, by, at) => {
      await step('blobs.begin')
      const known = table.get(hash)
      if (known && known.pages !== null) table.put(hash, { ...known, begunAt: at })
      if (!known) table.put(hash, { size, by, begunAt: at, pages: null, received: 0, pieces: [] })
    },
    receivingOf: async (by) => {
      await step('blobs.receivingOf')
      const own = [...table.entries()].filter(([, blob]) => blob.by === by && blob.pages === null)
      return { files: own.length, bytes: own.reduce((sum, [, blob]) => sum + blob.size, 0) }
    },
    removeAbandoned: async (before) => {
      await step('blobs.removeAbandoned')
      const abandoned = [...table.entries()].filter(
        ([, blob]) => blob.pages === null && blob.begunAt < before,
      )
      for (const [hash] of abandoned) table.remove(hash)
      return abandoned.length
    },
    write: async (hash, offset, bytes) => {
      await step('blobs.write')
      const blob = table.get(hash)
      if (!blob || blob.pages !== null || blob.received !== offset) return false
      if (offset + bytes.length > blob.size) return false
      const pieces = [...blob.pieces, bytes.slice()]
      table.put(hash, { ...blob, received: offset + bytes.length, pieces })
      return true
    },
    markReady: async (hash, pages) => {
      await step('blobs.markReady')
      const blob = table.get(hash)
      if (!blob || blob.received !== blob.size) throw new Error('not all of the file is there')
      table.put(hash, { ...blob, pages })
      if (pages === 0 || intakeJobs.committed.get(hash)) return
      const progress = { state: 'waiting' } as const
      intakeJobs.committed.put(hash, { progress, attempts: 0, takenUntil: instant(0) })
    },
    remove: async (hash, which) => {
      await step('blobs.remove')
      const blob = table.get(hash)
      if (blob?.pages !== null || (which === 'incomplete' && blob.received === blob.size)) return
      table.remove(hash)
    },
    async *read(hash, from, to) {
      await step('blobs.read')
      const blob = table.get(hash)
      if (!blob || from < 0 || to > blob.received) throw new RangeError('not that much of the file is there')
      let at = 0
      for (const piece of blob.pieces) {
        const end = Math.min(to, at + piece.length)
        for (let start = Math.max(from, at); start < end; start += chunkBytes) {
          yield piece.slice(start - at, Math.min(start + chunkBytes, end) - at)
        }
        at += piece.length
      }
    },
  }
}
