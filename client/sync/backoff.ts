import { secondMs } from '../../shared/lib/time.ts'
import type { Random } from '../app/ports.ts'

export type Backoff = { firstMs: number; longestMs: number }

/** For a server that may be back any moment. */
export const quickBackoff: Backoff = { firstMs: secondMs, longestMs: 30 * secondMs }
/** For an answer that will not change by asking again at once. */
export const slowBackoff: Backoff = { firstMs: 30 * secondMs, longestMs: 300 * secondMs }

export function uint32(random: Random): number {
  let value = 0
  for (const byte of random(4)) value = value * 256 + byte
  return value
}

/**
 * How long to wait after so many failures in a row (1 and up), in ms: doubling up to the longest. Half of it is dice, so
 * that tablets which lost the server together do not come back together.
 */
export function backoffMs(failures: number, { firstMs, longestMs }: Backoff, random: Random): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 30))
  return Math.round((ceiling / 2) * (1 + uint32(random) / 2 ** 32))
}
