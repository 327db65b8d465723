import type { StoreFault } from './ports.ts'

/** What storage rejects with: an Error with a stack that is itself the fault. */
export const storeFault = (fault: StoreFault): Error & StoreFault =>
  Object.assign(new Error(`storage: ${fault.kind}`), fault)

/** @returns the fault, or null where the error is something else (a bug, which no screen explains). */
export function asStoreFault(error: unknown): StoreFault | null {
  if (!(error instanceof Error) || !('kind' in error)) return null
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : ''
  switch (error.kind) {
    case 'storage-full':
    case 'locked':
      return { kind: error.kind }
    case 'storage-refused':
    case 'corrupt':
      return { kind: error.kind, detail }
    default:
      return null
  }
}
