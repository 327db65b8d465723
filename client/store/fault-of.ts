import type { StoreFault } from '../app/ports.ts'

/** `isConnection`: the database may answer once it is opened again (iPadOS closes it in the background). */
export type DatabaseFault = { fault: StoreFault; isConnection: boolean }

const connectionNames = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'TransactionInactiveError',
  'UnknownError',
  'AbortError',
  'TimeoutError',
  'OpenFailedError',
])

/** Dexie wraps: a full disk comes as QuotaExceededError within AbortError, or in a list of failures. */
function namesIn(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const own = 'name' in error && typeof error.name === 'string' ? [error.name] : []
  const inner = 'inner' in error ? namesIn(error.inner, depth + 1) : []
  const first = 'failures' in error && Array.isArray(error.failures) ? error.failures[0] : undefined
  return [...own, ...inner, ...namesIn(first, depth + 1)]
}

/**
 * @returns null where the error is none of the database's. The detail is the browser's name of the error and nothing else:
 * its message may hold keys.
 */
export function faultOf(error: unknown): DatabaseFault | null {
  const names = namesIn(error)
  const [name] = names
  if (name === undefined) return null
  if (names.includes('QuotaExceededError')) return { fault: { kind: 'storage-full' }, isConnection: false }
  const detail = names.join(' ')
  if (names.includes('VersionError')) {
    return { fault: { kind: 'storage-refused', detail }, isConnection: false }
  }
  const isDatabase =
    error instanceof DOMException || (typeof error === 'object' && error !== null && 'inner' in error)
  if (connectionNames.has(name)) return { fault: { kind: 'storage-refused', detail }, isConnection: true }
  return isDatabase ? { fault: { kind: 'storage-refused', detail }, isConnection: false } : null
}
