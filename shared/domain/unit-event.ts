import { z } from 'zod'
import { AgencyId, DayField, Hash, PersonId, TaskId, UnitId } from './id.ts'
import { PartState } from './unit.ts'

/** What acts about an agency's units made true; see event.ts. */

const ofPart = { agency: AgencyId, task: TaskId, unit: UnitId, by: PersonId, noteCommit: Hash }

export const unitEvents = [
  z.strictObject({
    kind: z.literal('unit-set'),
    agency: AgencyId,
    unit: UnitId,
    by: PersonId,
    nameCommit: Hash,
    isRetired: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('part-given'), ...ofPart, due: DayField.nullable() }),
  z.strictObject({ kind: z.literal('part-noted'), ...ofPart, state: PartState }),
] as const

export type UnitEvent = z.infer<(typeof unitEvents)[number]>

const kinds: ReadonlySet<string> = new Set(unitEvents.map(({ shape }) => shape.kind.value))

export const isUnitEvent = <T extends { kind: string }>(event: T): event is Extract<T, UnitEvent> =>
  kinds.has(event.kind)
