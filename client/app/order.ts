import type { DeviceId } from '../../shared/domain/id.ts'
import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import { openNote, type VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { orderText } from '../../shared/protocol/api.ts'

/** Wiping follows only an order signed by the server's pinned key for this very device, never a bare refusal (O5). */
export async function isWipeOrder(
  note: string,
  device: DeviceId,
  ledgerKey: LedgerKey,
  verify: VerifyEd25519,
): Promise<boolean> {
  const opened = await openNote(note, ledgerKey, verify)
  if (!opened.ok) return false
  const at = Number(opened.value.split('\n')[3])
  return Number.isSafeInteger(at) && opened.value === orderText('wipe', device, at)
}
