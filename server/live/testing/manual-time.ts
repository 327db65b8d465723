import type { RoomClock, RoomTimers } from '../../app/room-port.ts'

export interface ManualTime extends RoomClock, RoomTimers {
  /** Moves the clock, runs what falls due, and lets everything that follows without further time come to rest. */
  advance(ms: number): Promise<void>
  /** Lets promises come to rest without moving the clock. */
  rest(): Promise<void>
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function createManualTime(): ManualTime {
  let now = 0
  let tasks: { at: number; task: () => void }[] = []

  async function rest(): Promise<void> {
    for (let turns = 0; turns < 5; turns++) await turn()
  }

  return {
    now: () => now,
    after(delayMs, task) {
      const entry = { at: now + delayMs, task }
      tasks.push(entry)
      return () => {
        tasks = tasks.filter((other) => other !== entry)
      }
    },
    rest,
    async advance(ms) {
      const until = now + ms
      await rest()
      for (;;) {
        const next = tasks.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        tasks = tasks.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.task()
        await rest()
      }
      now = until
    },
  }
}
