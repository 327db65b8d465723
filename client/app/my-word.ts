import type { Act } from '../../shared/domain/act.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import type { ActId } from '../../shared/domain/id.ts'
import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * What one has said of a meeting, as this tablet may honestly show it (O1): "saved" is what is on the tablet, "recorded" what a
 * verified receipt says. Rows of meetings come without proof, so what is known from a row alone is told as the Office's word.
 */
export type MyWord<T> =
  | { kind: 'none' }
  /** On its way; `outlook` is what the Office will probably say, `rejected` what it said without proof. */
  | { kind: 'saved'; said: T; storedAt: Instant; outlook: Verdict; rejected: string | null }
  | { kind: 'recorded'; said: T; n: number; at: Instant }
  /** Said on another device, or by somebody in one's place: in the Office's row, and no receipt of it here. */
  | { kind: 'told'; said: T; at: Instant }
  | { kind: 'refused'; said: T; reason: Refusal; n: number; at: Instant }

/** What a row tells, in its order; `act` where it says which act that was. */
type ToldWord<T> = { said: T; n: number; at: Instant; act: ActId | null }

export function myWord<T>(
  { copy, context }: { copy: Pick<WorkingCopy, 'outbox' | 'settled'>; context: DecideContext },
  saidIn: (act: Act) => T | null,
  told: readonly ToldWord<T>[],
): MyWord<T> {
  const pending = copy.outbox().findLast(({ act }) => saidIn(act) !== null)
  const waiting = pending && saidIn(pending.act)
  if (pending && waiting) {
    const { act, storedAt, rejected } = pending
    return { kind: 'saved', said: waiting, storedAt, outlook: decide(act, context), rejected }
  }
  const row = told.at(-1)
  const own = ownWords(copy, saidIn)
  // What stands again after a restore has another number now than on its receipt: its row tells of it.
  const known = new Set(told.map(({ act }) => act))
  const last = own.filter(({ act }) => !known.has(act)).at(-1)
  if (last && (!row || last.n > row.n)) {
    const { said, n, at, verdict } = last
    return verdict.kind === 'refused'
      ? { kind: 'refused', said, reason: verdict.reason, n, at }
      : { kind: 'recorded', said, n, at }
  }
  if (!row) return { kind: 'none' }
  const { said, at } = row
  const receipt = own.find(({ n, act }) => n === row.n || act === row.act)
  return receipt ? { kind: 'recorded', said, n: receipt.n, at } : { kind: 'told', said, at }
}

/** By the receipts on this tablet, in the order of the ledger. */
function ownWords<T>(copy: Pick<WorkingCopy, 'settled'>, saidIn: (act: Act) => T | null) {
  const words = copy.settled().flatMap(({ act, receipt }) => {
    const said = saidIn(act)
    const entry = said === null ? null : parseEntry(receipt.leaf)
    if (said === null || entry?.kind !== 'act') return []
    return [{ said, act: act.id, n: entry.n, at: entry.at, verdict: entry.verdict }]
  })
  return words.sort((a, b) => a.n - b.n)
}
