import { z } from 'zod'
import { AgencyId, DayField, Hash, TaskId, UnitId } from './id.ts'
import { PartState } from './unit.ts'

/** What an agency's desk does with its units (decision 0036). `agency` is the desk's own: it may keep more than one. */

const ofPart = { agency: AgencyId, task: TaskId, unit: UnitId, noteCommit: Hash }

export const unitBodies = {
  /** Enters, renames, retires, takes into use again; `nameCommit` opens to the name. */
  'set-unit': z.strictObject({ agency: AgencyId, unit: UnitId, nameCommit: Hash, isRetired: z.boolean() }),
  /** `noteCommit` opens to what is to be done; again to give it anew. */
  'give-part': z.strictObject({ ...ofPart, due: DayField.nullable() }),
  'note-part': z.strictObject({ ...ofPart, state: PartState }),
} as const

/** O9: what a desk says may wait. */
export const unitDeliveries: Readonly<Record<keyof typeof unitBodies, 'queue'>> = {
  'set-unit': 'queue',
  'give-part': 'queue',
  'note-part': 'queue',
}
