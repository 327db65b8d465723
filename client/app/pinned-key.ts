import { type LedgerKey, ledgerName } from '../../shared/ledger/checkpoint.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { DeviceIdentity } from './ports.ts'

/** Keys of the server as this device got them with its enrolment. */

export function ledgerKeyOf({ keys }: Pick<DeviceIdentity, 'keys'>): LedgerKey {
  return { name: ledgerName(keys.ledgerId), publicKey: pinnedKey(keys.ledgerKey) }
}

export function pinnedKey(text: string): Bytes {
  const key = fromBase64(text)
  if (!key) throw new TypeError('a pinned key is not base64')
  return key
}
