import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import type { LedgerStore } from '../app/ledger-port.ts'
import type { Log } from '../app/ports.ts'
import { replayLedger } from '../app/replay.ts'

const faultsTold = 20

/**
 * Replays the ledger against its tree and its rows, and says loudly what does not fit (O4). It reads while others write, so
 * a first finding may only be a ledger that moved: it is looked at again under the lock before it is called a fault.
 * @returns how many faults there are.
 */
export async function checkLedger(deps: {
  store: LedgerStore
  key: LedgerKey
  verify: VerifyEd25519
  log: Log
}): Promise<number> {
  const { store, key, verify, log } = deps
  const first = await replayLedger(store.read, key, verify)
  const { size, faults } =
    first.faults.length === 0 ? first : await store.write((ledger) => replayLedger(ledger, key, verify))
  for (const { kind, ...facts } of faults.slice(0, faultsTold)) {
    log('error', 'ledger-fault', { fault: kind, ...facts })
  }
  log(faults.length === 0 ? 'info' : 'error', 'ledger-checked', { size, faults: faults.length })
  return faults.length
}
