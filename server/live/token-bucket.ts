import type { RoomClock } from '../app/room-port.ts'

export interface TokenBucket {
  /** False where the tokens are spent; then nothing is taken. */
  take(cost: number): boolean
}

export function createTokenBucket(clock: RoomClock, perSecond: number, burst: number): TokenBucket {
  let tokens = burst
  let filledAt = clock.now()
  return {
    take(cost) {
      const now = clock.now()
      tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) * perSecond) / 1000)
      filledAt = now
      if (tokens < cost) return false
      tokens -= cost
      return true
    },
  }
}
