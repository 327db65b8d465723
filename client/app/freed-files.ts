import type { Hash } from '../../shared/domain/id.ts'
import { asStoreFault } from './store-fault.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Files that were removed from this tablet to make room: they do not come back by themselves. */
export type FreedFiles = {
  has(hash: Hash): boolean
  /** Where there is no room even for this note, it is kept in mind and written with the next one: removing must go on. */
  add(hash: Hash): Promise<void>
  /** They may come again. */
  forget(hashes: readonly Hash[]): Promise<void>
}

export function createFreedFiles(copy: Pick<WorkingCopy, 'local' | 'setLocal'>): FreedFiles {
  const unwritten = new Set<Hash>()
  const known = (): unknown[] => {
    const stored = copy.local('freed')
    return Array.isArray(stored) ? stored : []
  }
  return {
    has: (hash) => unwritten.has(hash) || known().includes(hash),
    add: async (hash) => {
      unwritten.add(hash)
      try {
        await copy.setLocal('freed', [...new Set([...known(), ...unwritten])])
        unwritten.clear()
      } catch (error) {
        if (asStoreFault(error)?.kind !== 'storage-full') throw error
      }
    },
    forget: async (hashes) => {
      for (const hash of hashes) unwritten.delete(hash)
      await copy.setLocal(
        'freed',
        known().filter((each) => !hashes.some((hash) => hash === each)),
      )
    },
  }
}
