import type { DeviceId } from '../../shared/domain/id.ts'
import { signNote } from '../../shared/ledger/signed-note.ts'
import { orderText } from '../../shared/protocol/api.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { ServerCrypto } from './ports.ts'

/** The signed order for a device, or null where there is none: then whether there is such a device is not told either. */
export type OrderFor = (device: DeviceId) => Promise<string | null>

/** A device destroys what it holds on a signature of the key that it pinned, and on nothing less (trust.md, "The tablet"). */
export const createOrderFor =
  (deps: { ledger: Pick<LedgerReads, 'rows'>; crypto: Pick<ServerCrypto, 'ledgerKey' | 'sign'> }): OrderFor =>
  async (id) => {
    const [row] = await deps.ledger.rows([`device/${id}`])
    const phase = row?.entity.kind === 'device' ? row.entity.phase : null
    if (phase?.state !== 'revoked' || !phase.wipe) return null
    return await signNote(orderText('wipe', id, phase.at), deps.crypto.ledgerKey, deps.crypto.sign)
  }
