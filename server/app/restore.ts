import type { Act } from '../../shared/domain/act.ts'
import { Hash } from '../../shared/domain/id.ts'
import { matterOf } from '../../shared/domain/proposal.ts'
import {
  type Announced,
  isReadOnly,
  type RestorePhase,
  restoreKey,
  restorePhase,
} from '../../shared/domain/restore.ts'
import { signCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { rootOfFrontier } from '../../shared/ledger/frontier.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerReads, LedgerStore } from './ledger-port.ts'
import type { ServerCrypto } from './ports.ts'

/** A ledger that was restored from a backup, on the server's side (docs/decisions/0011). */

export type RestoreFault = { kind: 'nothing-to-restore' }

/**
 * The operator's word that this database came from a backup: a new epoch begins, read-only until two officers have declared and
 * ended it. The same reason again is the same restore: a start that is repeated, by hand or by a unit file, begins no other.
 */
export async function announceRestore(
  reason: string,
  { store, crypto }: { store: LedgerStore; crypto: Pick<ServerCrypto, 'ledgerKey' | 'sign'> },
): Promise<Result<Announced, RestoreFault>> {
  return await store.write(async (ledger) => {
    const head = await ledger.head()
    if (head.size === 0) return fail({ kind: 'nothing-to-restore' })
    const before = await ledger.announced()
    if (before?.epoch === head.epoch && before.reason === reason) return ok(before)
    const epoch = head.epoch + 1
    const root = rootOfFrontier(head.frontier)
    const announced: Announced = {
      epoch,
      size: head.size,
      root: Hash.parse(hex(root)),
      keptTo: head.lastAt,
      reason,
    }
    const note = await signCheckpoint({ epoch, size: head.size, root }, crypto.ledgerKey, crypto.sign)
    await ledger.announce(announced, note)
    return ok(announced)
  })
}

/** Nothing was taken in: the ledger waits for the end of a restore. The same may be sent again. */
export class ReadOnlyLedger extends Error {
  constructor() {
    super('the ledger is read-only until its restore has ended')
  }
}

export const phaseOf = ({ epoch, reader }: Pick<LedgerBatch, 'epoch' | 'reader'>): RestorePhase =>
  restorePhase(epoch, reader.get('restore', restoreKey(epoch)))

export async function storedPhase(ledger: Pick<LedgerReads, 'head' | 'rows'>): Promise<RestorePhase> {
  const { epoch } = await ledger.head()
  if (epoch === 0) return 'none'
  const [row] = await ledger.rows([restoreKey(epoch)])
  return restorePhase(epoch, row?.entity.kind === 'restore' ? row.entity : undefined)
}

/** Whether an act is one of those by which officers declare and end a restore: all others wait for its end. */
export async function mayEnter(act: Act, batch: LedgerBatch): Promise<boolean> {
  if (!isReadOnly(phaseOf(batch))) return true
  if (act.kind === 'propose') return matterOf(act.body.proposal) === 'restore'
  if (act.kind !== 'confirm') return false
  await batch.load([`proposal/${act.body.proposal}`])
  const proposal = batch.reader.get('proposal', `proposal/${act.body.proposal}`)
  return proposal !== undefined && matterOf(proposal.body) === 'restore'
}
