import type { PersonId } from '../../shared/domain/id.ts'
import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import type { Receipt } from '../../shared/ledger/receipt.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import type { SettledAct } from './ports.ts'

/**
 * O10: a member's own answers and receipts as one file, to keep and to check without this program: each receipt is a C2SP
 * tlog-proof under the ledger's public key, each opening fits its commitment in the signed act.
 */
export function takeHomeFile(person: PersonId, settled: readonly SettledAct[], ledgerKey: LedgerKey): string {
  return canonicalJson({
    v: 1,
    what: 'e-cabinet own acts and receipts',
    person,
    ledger: { name: ledgerKey.name, publicKey: base64(ledgerKey.publicKey) },
    acts: settled.map(({ act, openings, receipt }) => ({ act, openings, receipt })),
  })
}

/** What a member sees on "check my receipt". */
export async function checkReceipt(
  receipt: Receipt,
  ledgerKey: LedgerKey,
  verify: VerifyEd25519,
): Promise<{ isValid: boolean; n: number | null; size: number | null }> {
  const verified = await verifyReceipt(receipt, ledgerKey, verify)
  return verified.ok
    ? { isValid: true, n: verified.value.index, size: verified.value.checkpoint.size }
    : { isValid: false, n: null, size: null }
}
