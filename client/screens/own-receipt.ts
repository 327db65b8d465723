import type { Act } from '../../shared/domain/act.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Receipt } from '../../shared/ledger/receipt.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { SettledAct } from '../app/ports.ts'

export type OwnReceipt = { act: Act; receipt: Receipt; n: number; at: Instant; verdict: Verdict }

/** Settled acts with what their receipts say, newest first. */
export const ownReceipts = (settled: readonly SettledAct[]): OwnReceipt[] =>
  settled
    .flatMap(({ act, receipt }): OwnReceipt[] => {
      const entry = parseEntry(receipt.leaf)
      return entry?.kind === 'act' ? [{ act, receipt, n: entry.n, at: entry.at, verdict: entry.verdict }] : []
    })
    .sort((a, b) => b.n - a.n)
