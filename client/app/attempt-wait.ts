import { type Instant, instant, minuteMs, secondMs } from '../../shared/lib/time.ts'

/** Wrong pass phrases in a row. */
export type Failures = { count: number; lastAt: Instant }

export const noFailures: Failures = { count: 0, lastAt: instant(0) }

const freeAttempts = 3
const longestMs = 5 * minuteMs

/** Slows down whoever guesses at the screen, and never locks the owner out; copied storage is held by the slow KDF alone. */
function waitAfter(count: number): number {
  return count < freeAttempts ? 0 : Math.min(longestMs, 5 * secondMs * 2 ** (count - freeAttempts))
}

/**
 * How long until the next attempt is taken, in ms. A clock that was put back makes no one wait until it has caught up.
 */
export function remainingWait({ count, lastAt }: Failures, now: Instant): number {
  if (now < lastAt) return 0
  return Math.max(0, lastAt + waitAfter(count) - now)
}
