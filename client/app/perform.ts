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

/** A database that falls silent may have done so after it had written. */
const isInDoubt = (fault: NetworkFault) => fault.kind === 'refused' && fault.error.kind === 'database-silent'

const unknown = fail({ kind: 'outcome-unknown' as const })

export function createPerform(deps: {
  api: Pick<Api, 'sendActs'>
  makeAct: MakeAct
  ledgerKey: LedgerKey
  verify: VerifyEd25519
  onRecorded(): void
}): Perform {
  const send = async ({ id, sealed }: Awaited<ReturnType<MakeAct>>) => {
    for (let i = 0; i < tries; i++) {
      const reply = await deps.api.sendActs([{ id, sealed }])
      if (reply.ok) return reply
      // Whatever a server says that has come up again meanwhile, a try before this one may have arrived.
      if (reply.error.kind !== 'unreachable') return i === 0 && !isInDoubt(reply.error) ? reply : unknown
    }
    return unknown
  }

  return async (request) => {
    const item = await deps.makeAct(request)
    const reply = await send(item)
    if (!reply.ok) return reply
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
