import { type Instant, minuteMs, secondMs } from '../../shared/lib/time.ts'

/**
 * Hours in the ledger never fall. A clock that once jumped ahead and came back would therefore go on writing the hour of the
 * jump, and ballots would close before their time: so while it stands this far behind the last leaf, nothing is written.
 * docs/decisions/0012-clock.md
 */
const toleratedMs = minuteMs
const longestRetryMs = minuteMs

export const isClockBehind = (lastAt: Instant, now: Instant): boolean => lastAt - now > toleratedMs

/** Nothing was taken in; the same may be sent again. */
export class ClockBehindLedger extends Error {
  readonly behindMs: number
  readonly retryAfterMs: number

  constructor(lastAt: Instant, now: Instant) {
    const behindMs = lastAt - now
    super(`the clock stands ${behindMs} ms behind the ledger`)
    this.behindMs = behindMs
    this.retryAfterMs = Math.max(secondMs, Math.min(behindMs - toleratedMs, longestRetryMs))
  }
}
