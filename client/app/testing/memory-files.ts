import type { Hash } from '../../../shared/domain/id.ts'
import { createSha256 } from '../../../shared/lib/sha256.ts'
import { chunkBytes } from '../../../shared/protocol/api.ts'
import type { FileState, FileStore } from '../ports.ts'
import { storeFault } from '../store-fault.ts'
import type { MemoryDisk, MemoryFile } from './memory-disk.ts'
import type { MemoryLife } from './memory-life.ts'

const chunkCount = (size: number): number => Math.ceil(size / chunkBytes)

export function createMemoryFiles(disk: MemoryDisk, life: MemoryLife): FileStore {
  const isDamaged = (hash: Hash, index: number) => disk.damaged.has(`files/${hash}/${index}`)

  function fileOf(hash: Hash): MemoryFile {
    const file = disk.files.get(hash)
    if (!file) throw storeFault({ kind: 'corrupt', detail: 'not begun' })
    return file
  }
  function stateOf(hash: Hash, { size, isComplete, chunks }: MemoryFile): FileState {
    let run = 0
    while (chunks.has(run)) run++
    return { hash, size, have: Math.min(size, run * chunkBytes), isComplete }
  }
  function survey(hash: Hash): 'whole' | 'partial' | 'other bytes' {
    const file = fileOf(hash)
    const state = createSha256()
    for (let index = 0; index < chunkCount(file.size); index++) {
      const chunk = file.chunks.get(index)
      if (!chunk || isDamaged(hash, index)) return 'partial'
      state.update(chunk)
    }
    return state.digestHex() === hash ? 'whole' : 'other bytes'
  }
  function dropDamaged(hash: Hash): void {
    const file = fileOf(hash)
    for (const index of [...file.chunks.keys()].filter((it) => isDamaged(hash, it))) {
      file.chunks.delete(index)
      disk.damaged.delete(`files/${hash}/${index}`)
    }
    file.isComplete = false
    if (survey(hash) === 'other bytes') disk.files.delete(hash)
  }

  return {
    state: (hash) =>
      life.read(() => {
        const file = disk.files.get(hash)
        return file && stateOf(hash, file)
      }),
    states: () => life.read(() => [...disk.files].map(([hash, file]) => stateOf(hash, file))),
    begin: (hash, size) =>
      life.commit(() => {
        if (disk.files.get(hash)?.size === size) return
        disk.files.set(hash, { size, isComplete: false, chunks: new Map() })
      }),
    putChunk(hash, index, bytes) {
      const copy = bytes.slice()
      return life.commit(() => {
        const file = fileOf(hash)
        const wanted = Math.min(chunkBytes, file.size - index * chunkBytes)
        if (index < 0 || copy.length !== wanted) throw new TypeError('not a chunk of this file')
        file.chunks.set(index, copy)
        disk.damaged.delete(`files/${hash}/${index}`)
      })
    },
    finish: (hash) =>
      life.commit(() => {
        const isWhole = survey(hash) === 'whole'
        if (isWhole) fileOf(hash).isComplete = true
        else dropDamaged(hash)
        return isWhole
      }),
    chunk: (hash, index) =>
      life.read(() => {
        const chunk = disk.files.get(hash)?.chunks.get(index)
        if (!chunk || isDamaged(hash, index)) throw storeFault({ kind: 'corrupt', detail: 'files' })
        return chunk
      }),
    async verify(hash) {
      const isComplete = await life.read(() => disk.files.get(hash)?.isComplete === true)
      if (!isComplete) return false
      const isWhole = await life.read(() => survey(hash) === 'whole')
      if (!isWhole) await life.commit(() => dropDamaged(hash))
      return isWhole
    },
    remove: (hash) =>
      life.commit(() => {
        disk.files.delete(hash)
      }),
  }
}
