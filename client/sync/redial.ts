import type { Random, Timers } from '../app/ports.ts'
import { backoffMs, quickBackoff, slowBackoff } from './backoff.ts'

/** The document does not fit what the server has: rebuilt, it may be sent again at once. */
export const malformedCode = 4422
/** 4400-4499: the server means it, and asking again at once changes nothing. */
export const isFinalCode = (code: number | null): boolean => code !== null && code >= 4400 && code < 4500

export type Redial = {
  /** A line has ended; `null` where this side hung up. */
  ended(code: number | null): void
  /** Something came through: the next failure is a first one. */
  worked(): void
  /** At once, as if nothing had ever failed. */
  now(): void
  cancel(): void
}

/** When to dial again after a socket has ended. */
export function createRedial(parts: { timers: Timers; random: Random; dial(): void }): Redial {
  const { timers, random, dial } = parts
  let failures = 0
  let cancelWait = () => {}

  function waitThenDial(delayMs: number): void {
    cancelWait()
    cancelWait = timers.after(delayMs, dial)
  }
  return {
    ended(code) {
      failures++
      const isFinal = isFinalCode(code) && code !== malformedCode
      waitThenDial(backoffMs(failures, isFinal ? slowBackoff : quickBackoff, random))
    },
    worked() {
      failures = 0
    },
    now() {
      failures = 0
      waitThenDial(0)
    },
    cancel: () => cancelWait(),
  }
}
