import type { Entity, EntityKey } from './entity.ts'
import type { Standpoint } from './event.ts'
import { type AgencyUnits, agencyUnitsKey, type TaskSplit, taskSplitKey } from './unit.ts'
import type { UnitEvent } from './unit-event.ts'

/** The row that an event about units changes. */
export const keyTouchedByUnit = (event: UnitEvent): EntityKey =>
  event.kind === 'unit-set' ? agencyUnitsKey(event.agency) : taskSplitKey(event.agency, event.task)

/** One row after one event; see apply.ts. */
export function applyUnitEvent(
  entity: Entity | undefined,
  event: UnitEvent,
  standpoint: Standpoint,
): AgencyUnits | TaskSplit {
  if (event.kind === 'unit-set') {
    const { agency: id, unit, by, nameCommit, isRetired } = event
    const { act, at } = standpoint
    const set = { id: unit, nameCommit, isRetired, set: { act, at, by } }
    const before = entity?.kind === 'agency-units' ? entity.units : []
    return { kind: 'agency-units', id, units: replaced(before, set, (one) => one.id === unit) }
  }
  const { agency, task, unit, by, noteCommit } = event
  const what =
    event.kind === 'part-given' ? { state: null, due: event.due } : { state: event.state, due: null }
  const parts = entity?.kind === 'task-split' ? entity.parts : []
  const steps = parts.find((one) => one.unit === unit)?.steps ?? []
  const part = { unit, steps: [...steps, { ...standpoint, by, noteCommit, ...what }] }
  return { kind: 'task-split', agency, task, parts: replaced(parts, part, (one) => one.unit === unit) }
}

/** In its place, or at the end. */
const replaced = <T>(list: readonly T[], next: T, is: (one: T) => boolean): T[] =>
  list.some(is) ? list.map((one) => (is(one) ? next : one)) : [...list, next]
