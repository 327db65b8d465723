import type { Log } from '../app/ports.ts'
import type { RoomTimers } from '../app/room-port.ts'

/** Work that comes again and again, never twice at once: the pause begins when the work is done. */
export type Repeating = {
  start(): void
  /** Resolves when what was running has ended; nothing begins afterwards. */
  stop(): Promise<void>
}

export function createRepeating(deps: {
  name: string
  everyMs: number
  /** Before the first time. */
  firstMs: number
  work(): Promise<unknown>
  timers: RoomTimers
  log: Log
}): Repeating {
  const { name, everyMs, firstMs, work, timers, log } = deps
  let isStopped = false
  let cancel = () => {}
  let running: Promise<void> = Promise.resolve()

  const run = async () => {
    try {
      await work()
    } catch (error) {
      log('error', 'job-failed', { job: name, error: String(error) })
    }
    plan(everyMs)
  }
  const plan = (delayMs: number) => {
    if (isStopped) return
    cancel = timers.after(delayMs, () => {
      running = run()
    })
  }

  return {
    start: () => plan(firstMs),
    stop: async () => {
      isStopped = true
      cancel()
      await running
    },
  }
}
