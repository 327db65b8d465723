import type { LedgerReads } from './ledger-port.ts'
import type { Pause } from './paced-line.ts'

/** `serving` promises that the database answered just now. */
export type HealthState = 'serving' | 'stopping' | 'database-silent'

export type Health = {
  state(): Promise<HealthState>
  /** From now on whoever asks is told to go elsewhere. */
  beginStopping(): void
}

const patienceMs = 3000

export function createHealth(deps: { ledger: Pick<LedgerReads, 'head'>; pause: Pause }): Health {
  let isStopping = false
  const silent = (): HealthState => 'database-silent'
  return {
    state: async () => {
      if (isStopping) return 'stopping'
      const asked = deps.ledger.head().then((): HealthState => 'serving', silent)
      return await Promise.race([asked, deps.pause(patienceMs).then(silent)])
    },
    beginStopping: () => {
      isStopping = true
    },
  }
}
