import { hex } from '../../shared/lib/bytes.ts'
import { type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import type { AttemptStore, Clock, Random } from './ports.ts'
import type { Mac } from './server-secret.ts'

/**
 * Nonces for device sign-in. One proves by itself that some server of this office made it and when, so that none is kept
 * before it is used; used ones are remembered until they would have expired, here and in the database for other servers.
 */
export type Challenges = {
  make(): Promise<string>
  isFresh(nonce: string): Promise<boolean>
  /** True the first time. Ask only for a nonce that is fresh and whose signature holds, so that memory stays small. */
  use(nonce: string): Promise<boolean>
}

export const challengeMs = 2 * minuteMs
const maxUsed = 50_000
const form = /^(\d{13})\.([0-9a-f]{32})\.([0-9a-f]{64})$/

export function createChallenges(deps: {
  attempts: AttemptStore
  clock: Clock
  random: Random
  mac: Mac
}): Challenges {
  const { attempts, clock, random, mac } = deps
  /** In order of use, so that the oldest come first. */
  const usedAt = new Map<string, Instant>()

  const forgetOld = async (now: Instant) => {
    for (const [nonce, at] of usedAt) {
      // One from the future is of a clock that was wrong, and no nonce of that hour is fresh any more.
      if (at <= now && at + challengeMs > now) return
      usedAt.delete(nonce)
      await attempts.clear(`nonce/${nonce}`)
    }
  }

  return {
    make: async () => {
      const head = `${clock.now()}.${hex(random(16))}`
      return `${head}.${await mac(`nonce\n${head}`)}`
    },
    isFresh: async (nonce) => {
      const [, at, salt, tag] = form.exec(nonce) ?? []
      const age = clock.now() - Number(at)
      return age >= 0 && age < challengeMs && tag === (await mac(`nonce\n${at}.${salt}`))
    },
    use: async (nonce) => {
      const now = clock.now()
      if (usedAt.has(nonce) || usedAt.size >= maxUsed) return false
      usedAt.set(nonce, now)
      await forgetOld(now)
      return (await attempts.add(`nonce/${nonce}`, now, instant(now - challengeMs))) === 1
    },
  }
}
