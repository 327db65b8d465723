import { z } from 'zod'
import type { Day } from '../lib/time.ts'
import { ActId, AgencyId, DayField, Hash, InstantField, PersonId, TaskId, UnitId } from './id.ts'

/**
 * How an agency splits its tasks among its units (decision 0036): a vụ, a cục, a sở. Units are names that the agency's desk keeps,
 * and no persons. All of it is the agency's own: it changes no status of a task (T2), and the Office does not learn of it.
 */

/** `nameCommit` opens to the name. One that is retired is given nothing more, and keeps what it had. */
const AgencyUnit = z.strictObject({
  id: UnitId,
  nameCommit: Hash,
  isRetired: z.boolean(),
  set: z.strictObject({ act: ActId, at: InstantField, by: PersonId }),
})

export const AgencyUnits = z.strictObject({
  kind: z.literal('agency-units'),
  id: AgencyId,
  units: z.array(AgencyUnit),
})
export type AgencyUnits = z.infer<typeof AgencyUnits>

/** What the desk notes of a part; `withdrawn`: it is no longer that unit's. */
export const PartState = z.enum(['doing', 'done', 'withdrawn'])
export type PartState = z.infer<typeof PartState>

/** `noteCommit` opens to what is to be done, where it is given; else to what is noted, or why it was withdrawn. */
const PartStep = z.strictObject({
  act: ActId,
  n: z.int().min(0),
  at: InstantField,
  by: PersonId,
  noteCommit: Hash,
  /** Null: given, or given anew. */
  state: PartState.nullable(),
  /** Of what is given: a day of the agency's own, or null where the task's holds. */
  due: DayField.nullable(),
})
type PartStep = z.infer<typeof PartStep>

const UnitPart = z.strictObject({ unit: UnitId, steps: z.array(PartStep).min(1) })
type UnitPart = z.infer<typeof UnitPart>

/** What an agency's units have to do of one task, with everything that was noted of it. */
export const TaskSplit = z.strictObject({
  kind: z.literal('task-split'),
  agency: AgencyId,
  task: TaskId,
  parts: z.array(UnitPart),
})
export type TaskSplit = z.infer<typeof TaskSplit>

export const agencyUnitsKey = (agency: AgencyId): string => `agency-units/${agency}`
/** By agency first: its desk asks for all of them. */
export const taskSplitKey = (agency: AgencyId, task: TaskId): string => `task-split/${agency}/${task}`

export type PartStanding = {
  state: PartState | 'given'
  /** The last time that it was given; null: noted, and never given. */
  given: PartStep | null
  due: Day | null
}

/** The last word counts, in the order of the ledger. */
export function standingOf({ steps }: UnitPart): PartStanding {
  const given = steps.findLast(({ state }) => state === null) ?? null
  return { state: steps.at(-1)?.state ?? 'given', given, due: given?.due ?? null }
}

/** Units that have a part in it still, or had done theirs. */
export const unitsIn = ({ parts }: TaskSplit): UnitId[] =>
  parts.flatMap((part) => (standingOf(part).state === 'withdrawn' ? [] : [part.unit]))

/** Hashes and commitments whose texts a rule or a reader may ask for. */
export const hashesOfUnits = (row: AgencyUnits | TaskSplit): Hash[] =>
  row.kind === 'agency-units'
    ? row.units.map(({ nameCommit }) => nameCommit)
    : row.parts.flatMap(({ steps }) => steps.map(({ noteCommit }) => noteCommit))
