import { minuteMs } from '../../shared/lib/time.ts'
import type { Clock } from './ports.ts'

/** `burst` at once, `perMinute` in the long run. */
export type Rate = { perMinute: number; burst: number }

/** @returns 0 where it may go on, else after how many milliseconds it may. */
export type RateLimit = (key: string, rate: Rate) => number

/** Token buckets in memory, for at most `keys` keys: the one longest unused is forgotten first, full again. */
export function createRateLimit(deps: { clock: Clock; keys: number }): RateLimit {
  const bucketByKey = new Map<string, { tokens: number; at: number }>()
  return (key, { perMinute, burst }) => {
    const now = deps.clock.now()
    const before = bucketByKey.get(key) ?? { tokens: burst, at: now }
    const gained = (Math.max(0, now - before.at) * perMinute) / minuteMs
    const tokens = Math.min(burst, before.tokens + gained)
    const isAllowed = tokens >= 1
    bucketByKey.delete(key)
    bucketByKey.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at: now })
    if (bucketByKey.size > deps.keys) {
      const [oldest] = bucketByKey.keys()
      if (oldest !== undefined) bucketByKey.delete(oldest)
    }
    return isAllowed ? 0 : Math.ceil(((1 - tokens) * minuteMs) / perMinute)
  }
}
