import type { Proposal } from '../../shared/domain/proposal.ts'
import type { Restore } from '../../shared/domain/restore.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { RestoreReport } from '../../shared/protocol/restore.ts'
import type { Perform, PerformFault } from './perform.ts'
import type { Api, NetworkFault } from './ports.ts'
import type { WorkingCopy } from './working-copy.ts'

type Done = Promise<Result<Verdict, PerformFault>>

/** The restore of the ledger from a backup: what everybody is told, and what two officers do (docs/decisions/0011). */
export type RestoreDesk = {
  /** The restore under way that this device has taken note of; null where there is none. */
  current(): Restore | null
  /** From the server itself: an officer's device, too, does not believe a new epoch before it is declared. */
  report(): Promise<Result<RestoreReport, NetworkFault>>
  proposeBegin(announced: { epoch: number } & NonNullable<RestoreReport['announced']>, reason: string): Done
  proposeEnd(epoch: number, missing: number, reason: string): Done
  confirm(proposal: Proposal['id']): Done
}

export function createRestoreDesk({
  copy,
  perform,
  api,
}: {
  copy: Pick<WorkingCopy, 'reader'>
  perform: Perform
  api: Pick<Api, 'restoreReport'>
}): RestoreDesk {
  const propose = (proposal: Proposal['body']): Done => perform({ kind: 'propose', body: { proposal } })
  return {
    current: () =>
      copy.reader
        .list('restore')
        .filter(({ ended }) => ended === null)
        .sort((a, b) => b.epoch - a.epoch)[0] ?? null,
    report: () => api.restoreReport(),
    proposeBegin: ({ epoch, size, root }, reason) =>
      propose({ kind: 'begin-epoch', epoch, size, root, reason }),
    proposeEnd: (epoch, missing, reason) => propose({ kind: 'end-restore', epoch, missing, reason }),
    confirm: (proposal) => perform({ kind: 'confirm', body: { proposal } }),
  }
}
