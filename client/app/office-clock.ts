import { type Instant, instant, secondMs } from '../../shared/lib/time.ts'
import type { Clock } from './ports.ts'

/**
 * The server's hour, as far as its answers tell it: a vote is open for a minute, and a tablet whose own clock is wrong by a
 * day would show it as over, or for a day. For what is shown of a session, and of what is due today (O8, T2): what is signed bears the
 * tablet's own hour, and nothing is decided by either.
 */
export type OfficeClock = Clock & {
  /** An answer came now, and said this hour. */
  heard(at: Instant): void
}

/** Answers tell whole seconds and were under way; a clock as near as this is left alone, or hours would tremble. */
const nearMs = 3 * secondMs

export function createOfficeClock(own: Clock): OfficeClock {
  let offMs = 0
  return {
    now: () => instant(own.now() + offMs),
    heard: (at) => {
      const found = at - own.now()
      if (Math.abs(found - offMs) < nearMs) return
      offMs = Math.abs(found) < nearMs ? 0 : found
    },
  }
}
