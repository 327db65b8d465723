import { filesHeldBy } from '../../../shared/domain/file-holder.ts'
import type { UnusedFiles } from '../file-sweep.ts'
import type { MemoryState, MemoryStep } from './memory-state.ts'

export function createMemoryUnusedFiles(state: MemoryState, step: MemoryStep): UnusedFiles {
  const { blobs, derived, intakeJobs, rows } = state
  const entities = () => [...rows.committed.entries()].map(([, { entity }]) => entity)
  return {
    uploads: async (before, limit) => {
      await step('unusedFiles.uploads')
      const held = new Set(
        entities().flatMap((one) => (one.kind === 'task-import' ? [one.file] : filesHeldBy(one))),
      )
      return [...blobs.committed.entries()]
        .filter(([hash, { pages, begunAt }]) => pages !== null && begunAt < before && !held.has(hash))
        .filter(([hash]) => !/waiting|working/.test(intakeJobs.committed.get(hash)?.progress.state ?? ''))
        .sort(([, a], [, b]) => a.begunAt - b.begunAt)
        .map(([hash]) => hash)
        .slice(0, limit)
    },
    removeUploads: async (hashes, before) => {
      await step('unusedFiles.removeUploads')
      const gone = hashes.filter((hash) => {
        const blob = blobs.committed.get(hash)
        return blob !== undefined && blob.pages !== null && blob.begunAt < before
      })
      for (const hash of gone) {
        blobs.committed.remove(hash)
        intakeJobs.committed.remove(hash)
      }
      return gone
    },
    removeDerived: async (before, limit) => {
      await step('unusedFiles.removeDerived')
      const named = entities().flatMap((one) => {
        if (one.kind === 'comparison') return one.derived
        return one.kind === 'document' && blobs.committed.get(one.id) ? one.derived : []
      })
      const kept = new Set(named.map(({ hash }) => hash))
      const unused = [...derived.committed.entries()]
        .filter(([hash, { madeAt }]) => madeAt < before && !kept.has(hash))
        .slice(0, limit)
      for (const [hash] of unused) derived.committed.remove(hash)
      return unused.length
    },
  }
}
