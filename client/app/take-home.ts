import type { PersonId } from '../../shared/domain/id.ts'
import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import type { Receipt } from '../../shared/ledger/receipt.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { SettledAct } from './ports.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * O10: a member's own answers and receipts as one file, to keep and to check without this program: each receipt is a C2SP
 * tlog-proof under the ledger's public key, each opening fits its commitment in the signed act (docs/take-home.md).
 */
export function takeHomeFile(
  person: PersonId,
  { settled, opened }: Pick<WorkingCopy, 'settled' | 'opened'>,
  ledgerKey: LedgerKey,
): string {
  const acts = settled()
  return canonicalJson({
    v: 1,
    what: 'e-cabinet own acts and receipts',
    person,
    ledger: { name: ledgerKey.name, publicKey: base64(ledgerKey.publicKey) },
    acts: acts.map(({ act, openings, receipt }) => ({ act, openings, receipt })),
    words: wordsOf(acts, opened),
  })
}

/** Of one day, so that two of them do not take each other's place. */
export const takeHomeFileName = (at: Instant): string => `e-cabinet-bien-nhan-${dayOf(at)}.json`

/** What was asked: an answer alone names its ballot's words by their hash. */
function wordsOf(acts: readonly SettledAct[], opened: WorkingCopy['opened']) {
  const hashes = acts.flatMap(({ act }) => (act.kind === 'answer-ballot' ? [act.body.versionHash] : []))
  return [...new Set(hashes)].flatMap((hash) => {
    const value = opened(hash)
    return value === undefined ? [] : [{ hash, value }]
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
