import { instant } from '../shared/lib/time.ts'
import type { Clock, Timers } from './app/ports.ts'

/** The browser's clock and timers behind their ports. */

export const systemClock: Clock = { now: () => instant(Date.now()) }

export const systemTimers: Timers = {
  after: (delayMs, task) => {
    const id = setTimeout(task, delayMs)
    return () => clearTimeout(id)
  },
}
