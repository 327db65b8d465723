import { decide } from '../../shared/domain/decide.ts'
import type { AgencyId, TaskId, UnitId } from '../../shared/domain/id.ts'
import {
  type AgencyUnits,
  agencyUnitsKey,
  type TaskSplit,
  taskSplitKey,
  unitsIn,
} from '../../shared/domain/unit.ts'
import { applyUnitEvent, keyTouchedByUnit } from '../../shared/domain/unit-apply.ts'
import { isUnitAct } from '../../shared/domain/unit-decide.ts'
import { isUnitEvent } from '../../shared/domain/unit-event.ts'
import { eventsOf } from '../../shared/domain/verdict.ts'
import type { Clock } from './ports.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** How the tasks of one's agency are split among its units, with what waits here to be sent: by the same rules (0036). */

type Deps = { copy: WorkingCopy; me: Parameters<typeof tabletContext>[1]; clock: Clock }

export type Units = {
  splits: ReadonlyMap<string, TaskSplit>
  agencies: ReadonlyMap<string, AgencyUnits>
}

export function unitsHere(deps: Deps): Units {
  const { reader } = deps.copy
  const splits = new Map(
    reader.list('task-split', 'task-split/').map((row) => [taskSplitKey(row.agency, row.task), row]),
  )
  const agencies = new Map(
    reader.list('agency-units', 'agency-units/').map((row) => [agencyUnitsKey(row.id), row]),
  )
  const waiting = deps.copy.outbox().filter(({ act }) => isUnitAct(act))
  if (waiting.length === 0) return { splits, agencies }
  const context = tabletContext(deps.copy, deps.me, deps.clock)
  for (const { act, storedAt } of waiting) {
    for (const event of eventsOf(decide(act, context)).filter(isUnitEvent)) {
      const key = keyTouchedByUnit(event)
      const row = applyUnitEvent(splits.get(key) ?? agencies.get(key), event, {
        n: 0,
        at: storedAt,
        act: act.id,
      })
      if (row.kind === 'task-split') splits.set(key, row)
      else agencies.set(key, row)
    }
  }
  return { splits, agencies }
}

/** Units that have a part, by task. */
export function unitsByTask({ splits }: Pick<Units, 'splits'>): ReadonlyMap<TaskId, readonly UnitId[]> {
  const byTask = new Map<TaskId, UnitId[]>()
  for (const split of splits.values()) {
    byTask.set(split.task, [...(byTask.get(split.task) ?? []), ...unitsIn(split)])
  }
  return byTask
}

/** Null: this agency has none. */
export const splitOf = ({ splits }: Units, agency: AgencyId, task: TaskId): TaskSplit | null =>
  splits.get(taskSplitKey(agency, task)) ?? null
