import { closeCode, isFinalCode } from '../../shared/protocol/close-code.ts'
import type { Random, Timers } from '../app/ports.ts'
import { backoffMs, quickBackoff, slowBackoff } from './backoff.ts'

export type Redial = {
  /** A line has ended; `null` where this side hung up. After a message too big there is no other dialling than by `now`. */
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
      cancelWait()
      if (code === closeCode.messageTooBig) return
      // What does not fit the server's document is rebuilt by then, and may go at once.
      const isFinal = isFinalCode(code) && code !== closeCode.malformed
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
