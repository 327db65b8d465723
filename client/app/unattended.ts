import { asStoreFault } from './store-fault.ts'

/**
 * Work that nobody waits for. A lock ends it in the middle, and storage that is full or refuses ends it too: both show of
 * themselves, and the next start does it anew. Anything else is a bug.
 */
export function unattended(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!asStoreFault(error)) throw error
  })
}
