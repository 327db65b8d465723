import { instant } from '../../../shared/lib/time.ts'
import { chunkBytes } from '../../../shared/protocol/api.ts'
import type { DerivedStore, IntakeJobs } from '../document-intake-port.ts'
import type { MemoryState, MemoryStep } from './memory-state.ts'

export function createMemoryIntakeJobs({ intakeJobs }: MemoryState, step: MemoryStep): IntakeJobs {
  const table = intakeJobs.committed
  return {
    take: async (now, until) => {
      await step('intakeJobs.take')
      const free = [...table.entries()]
        .sort((a, b) => a[1].attempts - b[1].attempts)
        .find(
          ([, { progress, takenUntil }]) =>
            progress.state === 'waiting' || (progress.state === 'working' && takenUntil < now),
        )
      if (!free) return null
      const [document, job] = free
      const attempts = job.attempts + 1
      const progress = { state: 'working', step: 'pages', done: 0, of: 0 } as const
      table.put(document, { progress, attempts, takenUntil: until })
      return { document, attempt: attempts }
    },
    keep: async (document, until, progress) => {
      await step('intakeJobs.keep')
      const job = table.get(document)
      if (job?.progress.state !== 'working') return
      table.put(document, { ...job, takenUntil: until, progress: { state: 'working', ...progress } })
    },
    release: async (document) => {
      await step('intakeJobs.release')
      const job = table.get(document)
      if (job?.progress.state !== 'working') return
      table.put(document, {
        progress: { state: 'waiting' },
        attempts: job.attempts - 1,
        takenUntil: instant(0),
      })
    },
    end: async (document, fault) => {
      await step('intakeJobs.end')
      const job = table.get(document)
      if (job)
        table.put(document, { ...job, progress: fault ? { state: 'failed', fault } : { state: 'done' } })
    },
    again: async (document, attempts) => {
      await step('intakeJobs.again')
      const job = table.get(document)
      if (job?.progress.state !== 'failed') return
      table.put(document, { progress: { state: 'waiting' }, attempts, takenUntil: instant(0) })
    },
    state: async (document) => {
      await step('intakeJobs.state')
      return table.get(document)?.progress
    },
  }
}

export function createMemoryDerived({ derived }: MemoryState, step: MemoryStep): DerivedStore {
  const table = derived.committed
  return {
    put: async (hash, bytes, at) => {
      await step('derived.put')
      const known = table.get(hash)
      table.put(hash, known ? { ...known, madeAt: at } : { bytes: bytes.slice(), madeAt: at })
    },
    size: async (hash) => {
      await step('derived.size')
      return table.get(hash)?.bytes.length ?? null
    },
    async *read(hash, from, to) {
      await step('derived.read')
      const bytes = table.get(hash)?.bytes
      if (!bytes || from < 0 || to > bytes.length) throw new RangeError('not that much of the file is there')
      for (let at = from; at < to; at += chunkBytes) yield bytes.slice(at, Math.min(to, at + chunkBytes))
    },
  }
}
