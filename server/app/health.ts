import { isClockBehind } from './ledger-clock.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Pause } from './paced-line.ts'
import type { Clock } from './ports.ts'

/** `serving` promises that the database answered just now, and that acts are taken in. */
export type HealthState = 'serving' | 'stopping' | 'database-silent' | 'clock-behind-ledger'

export type Health = {
  state(): Promise<HealthState>
  /** From now on whoever asks is told to go elsewhere. */
  beginStopping(): void
}

const patienceMs = 3000

export function createHealth(deps: {
  ledger: Pick<LedgerReads, 'head'>
  clock: Clock
  pause: Pause
}): Health {
  let isStopping = false
  const silent = (): HealthState => 'database-silent'
  return {
    state: async () => {
      if (isStopping) return 'stopping'
      const asked = deps.ledger
        .head()
        .then(
          ({ lastAt }): HealthState =>
            isClockBehind(lastAt, deps.clock.now()) ? 'clock-behind-ledger' : 'serving',
          silent,
        )
      return await Promise.race([asked, deps.pause(patienceMs).then(silent)])
    },
    beginStopping: () => {
      isStopping = true
    },
  }
}
