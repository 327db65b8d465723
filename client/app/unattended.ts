import { asStoreFault } from './store-fault.ts'

/** Work that nobody waits for. A lock ends it in the middle, and the next start does it anew; anything else is a bug. */
export function unattended(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (asStoreFault(error)?.kind !== 'locked') throw error
  })
}
