import { type Instant, instant } from '../../shared/lib/time.ts'
import type { Clock, StorageFacts } from './ports.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What the browser answered when it was asked to keep what is stored here, and when. */
export type PromiseAnswer = { at: Instant; isGiven: boolean }

export type StoragePromise = {
  /** Once by itself: when there is something to lose, and never again. */
  askOnce(): Promise<void>
  /** As often as its owner wants. */
  ask(): Promise<void>
  /** The last answer; null before the first. */
  answer(): PromiseAnswer | null
}

export function createStoragePromise(deps: {
  copy: Pick<WorkingCopy, 'local' | 'setLocal'>
  storage: StorageFacts
  clock: Clock
}): StoragePromise {
  const { copy, storage, clock } = deps
  let isAsking = false

  const answer = (): PromiseAnswer | null => {
    const stored = copy.local('promise')
    if (typeof stored !== 'object' || stored === null || !('at' in stored) || !('isGiven' in stored))
      return null
    const { at, isGiven } = stored
    return typeof at === 'number' && typeof isGiven === 'boolean' ? { at: instant(at), isGiven } : null
  }
  const ask = async () => {
    if (isAsking) return
    isAsking = true
    try {
      const isGiven = (await storage.isPersisted()) || (await storage.persist())
      await copy.setLocal('promise', { at: clock.now(), isGiven })
    } finally {
      isAsking = false
    }
  }
  return {
    ask,
    askOnce: async () => {
      if (answer() === null) await ask()
    },
    answer,
  }
}
