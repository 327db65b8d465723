import type { Hash } from '../../shared/domain/id.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Files that the owner of this tablet has removed to make room: they do not come back by themselves. */
export type FreedFiles = {
  has(hash: Hash): boolean
  add(hash: Hash): Promise<void>
  /** They may come again. */
  forget(hashes: readonly Hash[]): Promise<void>
}

export function createFreedFiles(copy: Pick<WorkingCopy, 'local' | 'setLocal'>): FreedFiles {
  const known = (): unknown[] => {
    const stored = copy.local('freed')
    return Array.isArray(stored) ? stored : []
  }
  return {
    has: (hash) => known().includes(hash),
    add: (hash) => copy.setLocal('freed', [...known().filter((each) => each !== hash), hash]),
    forget: (hashes) =>
      copy.setLocal(
        'freed',
        known().filter((each) => !hashes.some((hash) => hash === each)),
      ),
  }
}
