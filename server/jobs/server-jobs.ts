import { dayMs, hourMs, minuteMs, secondMs } from '../../shared/lib/time.ts'
import type { Log } from '../app/ports.ts'
import type { RoomTimers } from '../app/room-port.ts'
import { createRepeating, type Repeating } from './repeating.ts'

/** What the server does by its own clock. */
export function createServerJobs(deps: {
  /** Closings that are due, and what a new day changes. */
  tick(): Promise<void>
  beat(): Promise<void>
  /** Agencies that are urged by rule. */
  urge(): Promise<unknown>
  /** Letters that follow from the hour. */
  remind(): Promise<unknown>
  /** Letters that wait. */
  sendMail(): Promise<unknown>
  /** Expired sessions, abandoned uploads, old attempts, idle outboxes, files of no use. */
  sweep(): Promise<unknown>
  checkLedger(): Promise<unknown>
  /** What uploaded documents wait for; long, and cut short where the server stops. */
  processDocuments(stopping: AbortSignal): Promise<unknown>
  timers: RoomTimers
  log: Log
}): Repeating {
  const { timers, log } = deps
  const job = (name: string, everyMs: number, firstMs: number, work: () => Promise<unknown>) =>
    createRepeating({ name, everyMs, firstMs, work, timers, log })
  const stopping = new AbortController()
  const jobs = [
    job('beat', 5 * secondMs, 0, deps.beat),
    job('tick', secondMs, 0, deps.tick),
    job('urge', minuteMs, 10 * secondMs, deps.urge),
    job('remind', minuteMs, 15 * secondMs, deps.remind),
    job('send-mail', 2 * secondMs, 5 * secondMs, deps.sendMail),
    job('check-ledger', dayMs, secondMs, deps.checkLedger),
    job('sweep', hourMs, hourMs, deps.sweep),
    job('process-documents', secondMs, 10 * secondMs, () => deps.processDocuments(stopping.signal)),
  ]
  return {
    start: () => {
      for (const { start } of jobs) start()
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(jobs.map(({ stop }) => stop()))
    },
  }
}
