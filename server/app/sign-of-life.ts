import { hex } from '../../shared/lib/bytes.ts'
import { type Instant, secondMs } from '../../shared/lib/time.ts'
import type { Clock, Random, UptimeStore } from './ports.ts'

/** After so long without a beat the process was asleep, or stopped in a debugger: that was no service (B8). */
const asleepMs = 30 * secondMs

/** This process is alive: said every few seconds by a job, and whenever somebody asks who was. */
export type SignOfLife = {
  beat(): Promise<void>
  /** Asking is a sign of life too: else the seconds since the last beat before a deadline would count as a downtime. */
  downBetween: UptimeStore['downBetween']
}

export function createSignOfLife(deps: { uptime: UptimeStore; clock: Clock; random: Random }): SignOfLife {
  const { uptime, clock, random } = deps
  let server = ''
  let last: Instant | null = null
  const beat = async () => {
    const now = clock.now()
    if (last === null || now - last > asleepMs) server = hex(random(8))
    last = now
    await uptime.beat(server, now)
  }
  return {
    beat,
    downBetween: async (from, to) => {
      await beat()
      return await uptime.downBetween(from, to)
    },
  }
}
