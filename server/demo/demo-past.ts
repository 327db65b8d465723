import type { Instant } from '../../shared/lib/time.ts'
import { type ActIntake, createActIntake } from '../app/act-intake.ts'
import type { Database } from '../app/database.ts'
import type { Clock, Log, ServerCrypto } from '../app/ports.ts'

/** The intake of past days: its clock stands where the story is. No server was down in a story. */
export type DemoPast = { clock: Clock; intake: ActIntake; moveTo(hour: Instant): void }

export function createPast(
  deps: { database: Pick<Database, 'ledger' | 'signals'>; crypto: ServerCrypto; log: Log },
  from: Instant,
): DemoPast {
  const { database, crypto, log } = deps
  let at = from
  const clock: Clock = { now: () => at }
  const intake = createActIntake({
    store: database.ledger,
    crypto,
    clock,
    uptime: { downBetween: async () => null },
    signals: database.signals,
    log,
    isStory: true,
  })
  return {
    clock,
    intake,
    moveTo: (hour) => {
      at = hour
    },
  }
}
