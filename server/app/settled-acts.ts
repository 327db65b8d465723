import { ActId } from '../../shared/domain/id.ts'
import type { LedgerReads } from './ledger-port.ts'

/** Whether every one of these ids, as a device claims them, is that of an act in the ledger. */
export const createAreSettled =
  (ledger: Pick<LedgerReads, 'leafOfAct'>) =>
  async (ids: readonly string[]): Promise<boolean> => {
    for (const id of ids) {
      const act = ActId.safeParse(id)
      if (!act.success || !(await ledger.leafOfAct(act.data))) return false
    }
    return true
  }
