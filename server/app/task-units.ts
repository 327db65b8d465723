import { permit, type Subject } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import type { TaskId, UnitId } from '../../shared/domain/id.ts'
import { agencyUnitsKey, hashesOfUnits, unitsIn } from '../../shared/domain/unit.ts'
import type { LedgerReads } from './ledger-port.ts'

/** Which units of the asker's own agency have a part in which task, with their names; of others nobody learns (0036). */
type KnownUnits = {
  byTask: ReadonlyMap<TaskId, readonly UnitId[]>
  nameOf(unit: UnitId): string
}

/** @returns null for whoever is no agency's desk */
export async function unitsFor(
  subject: Subject,
  ledger: Pick<LedgerReads, 'rows' | 'openings'>,
): Promise<KnownUnits | null> {
  const own = subject.agencies.filter((unitsOf) => permit(subject, { action: 'read-units', unitsOf }).allow)
  if (own.length === 0) return null
  const keys = own.flatMap((agency) => [agencyUnitsKey(agency), `task-split/${agency}/`])
  const rows = await ledger.rows(keys)
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  const named = reader.list('agency-units').filter(({ id }) => own.includes(id))
  const openings = await ledger.openings(named.flatMap(hashesOfUnits))
  const names = new Map<UnitId, string>()
  for (const { id, nameCommit } of named.flatMap(({ units }) => units)) {
    names.set(id, openings.get(nameCommit)?.value ?? id)
  }
  const byTask = new Map<TaskId, UnitId[]>()
  for (const split of reader.list('task-split').filter(({ agency }) => own.includes(agency))) {
    byTask.set(split.task, [...(byTask.get(split.task) ?? []), ...unitsIn(split)])
  }
  return { byTask, nameOf: (unit) => names.get(unit) ?? unit }
}
