import type { BodyOf } from '../../shared/domain/act.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Perform, PerformFault } from './perform.ts'

type Done = Promise<Result<Verdict, PerformFault>>

/** The administrator's directory of agencies: acts of authority, each needs the server at that moment (O9). */
export type AgencyDesk = {
  add(body: BodyOf<'add-agency'>): Done
  rename(body: BodyOf<'rename-agency'>): Done
  merge(body: BodyOf<'merge-agency'>): Done
}

export const createAgencyDesk = ({ perform }: { perform: Perform }): AgencyDesk => ({
  add: (body) => perform({ kind: 'add-agency', body }),
  rename: (body) => perform({ kind: 'rename-agency', body }),
  merge: (body) => perform({ kind: 'merge-agency', body }),
})
