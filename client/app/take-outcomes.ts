import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import type { ActOutcome } from '../../shared/protocol/api.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { Clock, SettledAct } from './ports.ts'
import type { Tablet } from './tablet.ts'
import { isSameAct } from './take-feed.ts'

/**
 * Replies to acts that went by POST: a receipt is believed when it verifies and holds the very act; a rejection proves
 * nothing, so the act stays with that word beside it.
 */
export async function takeOutcomes(
  outcomes: readonly ActOutcome[],
  tablet: Pick<Tablet, 'outbox'>,
  deps: { ledgerKey: LedgerKey; verify: VerifyEd25519; clock: Clock },
): Promise<void> {
  const items = await tablet.outbox.all()
  const settled: SettledAct[] = []
  for (const outcome of outcomes) {
    const item = items.find(({ id }) => id === outcome.id)
    if (!item) continue
    if (outcome.kind === 'rejected') {
      // It waits for the end of a restore, and goes again by itself.
      if (outcome.reason === 'read-only') continue
      await tablet.outbox.markRejected(item.id, outcome.reason)
      continue
    }
    const { leaf, proof } = outcome
    const verified = await verifyReceipt({ leaf, proof }, deps.ledgerKey, deps.verify)
    const entry = verified.ok ? parseEntry(leaf) : null
    if (
      !verified.ok ||
      entry?.kind !== 'act' ||
      !isSameAct(entry.act, item.act) ||
      entry.n !== verified.value.index
    )
      continue
    const { id, act, openings } = item
    settled.push({ id, act, openings, receipt: { leaf, proof }, settledAt: deps.clock.now() })
  }
  if (settled.length === 0) return
  await tablet.outbox.settle(settled)
}
