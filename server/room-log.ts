import type { Log } from './app/ports.ts'
import type { RoomLog } from './app/room-port.ts'

/** What the rooms tell, as lines of the log. */
export const roomLog =
  (log: Log): RoomLog =>
  ({ kind, ...facts }) => {
    const told = 'error' in facts ? { ...facts, error: String(facts.error) } : facts
    log(kind === 'room-failed' ? 'error' : kind === 'room-healed' ? 'warn' : 'info', kind, told)
  }
