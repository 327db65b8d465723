import type { ActKind, BodyOf } from '../../shared/domain/act.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { Rejection } from '../../shared/protocol/api.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { MakeAct } from './make-act.ts'
import type { Api, NetworkFault } from './ports.ts'
import { isSameAct } from './take-feed.ts'

/**
 * Acts of authority (O9): they need the server at that moment and never wait. The same sealed bytes are tried again after a
 * cut, since the first may have arrived; its id makes that harmless.
 */
export type Perform = <K extends ActKind>(request: {
  kind: K
  body: BodyOf<K>
  openings?: Opening[]
}) => Promise<Result<Verdict, PerformFault>>

export type PerformFault =
  | NetworkFault
  | { kind: 'rejected'; reason: Rejection }
  /** The server answered without a valid receipt: nothing is shown as done. */
  | { kind: 'not-proven' }
  /** No answer after several tries: it may or may not have been recorded; the feed will tell. */
  | { kind: 'outcome-unknown' }

const tries = 3

export function createPerform(deps: {
  api: Pick<Api, 'sendActs'>
  makeAct: MakeAct
  ledgerKey: LedgerKey
  verify: VerifyEd25519
  onRecorded(): void
}): Perform {
  const send = async (item: Awaited<ReturnType<MakeAct>>) => {
    let last: NetworkFault = { kind: 'unreachable' }
    for (let i = 0; i < tries; i++) {
      const reply = await deps.api.sendActs([{ id: item.id, sealed: item.sealed }])
      if (reply.ok) return reply
      last = reply.error
      if (last.kind !== 'unreachable') return reply
    }
    return fail(last)
  }

  return async (request) => {
    const item = await deps.makeAct(request)
    const reply = await send(item)
    if (!reply.ok) return reply.error.kind === 'unreachable' ? fail({ kind: 'outcome-unknown' }) : reply
    const outcome = reply.value.find(({ id }) => id === item.id)
    if (!outcome) return fail({ kind: 'not-understood' })
    if (outcome.kind === 'rejected') return fail({ kind: 'rejected', reason: outcome.reason })
    const verified = await verifyReceipt(outcome, deps.ledgerKey, deps.verify)
    const entry = verified.ok ? parseEntry(verified.value.leaf) : null
    if (
      !verified.ok ||
      entry?.kind !== 'act' ||
      entry.n !== verified.value.index ||
      !isSameAct(entry.act, item.act)
    ) {
      return fail({ kind: 'not-proven' })
    }
    deps.onRecorded()
    return ok(entry.verdict)
  }
}
