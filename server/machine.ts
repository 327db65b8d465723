import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { instant } from '../shared/lib/time.ts'
import type { Pause } from './app/paced-line.ts'
import type { Clock, Random } from './app/ports.ts'
import type { RoomTimers } from './app/room-port.ts'

/** This machine's clock, dice and timers behind their ports. */

export const clock: Clock = { now: () => instant(Date.now()) }

export const random: Random = (length) => new Uint8Array(randomBytes(length))

export const timers: RoomTimers = {
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Keeps no process alive that has nothing else to do. */
export const pause: Pause = (ms) => wait(ms, undefined, { ref: false })
