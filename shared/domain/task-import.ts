import { z } from 'zod'
import { ActId, AgencyId, DayField, Hash, InstantField, PersonId, TaskId } from './id.ts'
import { Product, SecurityMark, type TaskContent, TaskSource } from './task.ts'
import type { TaskColumnId } from './task-columns.ts'

/**
 * The import of a register (T8, decision 0027): what will happen to each row of a file, told before anything happens. What an officer signs
 * names the file and the plan that they saw; the server makes the plan again at that moment, and it must be the same.
 */

export const importBodies = {
  'import-tasks': z.strictObject({
    file: Hash,
    planHash: Hash,
    /** How many tasks it makes or changes. */
    rows: z.int().min(1).max(20_000),
    /** Assigned at once, with what the file says came of them; else drafts. */
    assign: z.boolean(),
    /** Of rows that name none. */
    assigner: PersonId,
    /** Rows that cannot be imported are left out; else none is imported while there is such a row. */
    withoutProblems: z.boolean(),
  }),
} as const

export const importDeliveries = { 'import-tasks': 'online-only' } as const

/** One import, for the Office: the file is kept with it. */
export const TaskImport = z.strictObject({
  kind: z.literal('task-import'),
  id: ActId,
  file: Hash,
  at: InstantField,
  by: PersonId,
  rows: z.int().min(1),
  assign: z.boolean(),
})
export type TaskImport = z.infer<typeof TaskImport>

export const taskImportKey = (id: ActId): string => `task-import/${id}`

export type ImportChoices = { assign: boolean; assigner: PersonId; withoutProblems: boolean }

/** What the file says came of a task: the Office's own word, and never the agency's. */
export const ImportedStanding = z.strictObject({
  percent: z.int().min(0).max(100),
  doneOn: DayField.nullable(),
  product: Product.nullable(),
})
export type ImportedStanding = z.infer<typeof ImportedStanding>

export const importFacts = {
  contentHash: Hash,
  source: TaskSource,
  leadAgency: AgencyId,
  supporting: z.array(AgencyId).max(60),
  security: SecurityMark,
  assigner: PersonId,
  deadline: DayField.nullable(),
} as const

const columnId = z.string() as unknown as z.ZodType<TaskColumnId, string>

/** Why a row cannot be imported. Words are chosen in screens. */
export const ImportProblem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('missing'), column: columnId }),
  z.strictObject({ kind: z.literal('unclear'), column: columnId, text: z.string() }),
  z.strictObject({ kind: z.literal('too-long'), column: columnId, length: z.int(), most: z.int() }),
  z.strictObject({ kind: z.literal('no-stored-value'), column: columnId }),
  z.strictObject({
    kind: z.literal('agency-unknown'),
    column: columnId,
    text: z.string(),
    nearest: z.string().nullable(),
  }),
  /** It may be any of these; `now`: what a name of before is called now. */
  z.strictObject({
    kind: z.literal('agency-unclear'),
    column: columnId,
    text: z.string(),
    names: z.array(z.strictObject({ name: z.string(), now: z.string().nullable() })),
  }),
  z.strictObject({ kind: z.literal('several-leads'), text: z.string() }),
  z.strictObject({ kind: z.literal('assigner-unknown'), text: z.string() }),
  z.strictObject({ kind: z.literal('deadline-before-source') }),
  z.strictObject({ kind: z.literal('deadline-before-original') }),
  z.strictObject({ kind: z.literal('day-not-possible'), column: columnId, day: DayField }),
  z.strictObject({ kind: z.literal('secret-task-holds-words') }),
  z.strictObject({ kind: z.literal('code-unknown'), text: z.string() }),
  z.strictObject({ kind: z.literal('twice'), row: z.int() }),
  z.strictObject({ kind: z.literal('already-assigned'), columns: z.array(columnId) }),
])
export type ImportProblem = z.infer<typeof ImportProblem>

/** What one should know of a row that can be imported. */
export const ImportNotice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('former-name'), was: z.string(), agency: AgencyId }),
  z.strictObject({ kind: z.literal('formula'), columns: z.array(columnId) }),
  /** What the file says came of the task goes with an assignment only. */
  z.strictObject({ kind: z.literal('standing-left-out') }),
])
export type ImportNotice = z.infer<typeof ImportNotice>

export const ImportOutcome = z.enum(['new', 'changed', 'same', 'problem', 'skipped'])
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** A row between tasks: the name of a group, a sum, a signature or a note below the register. */
export const RowAside = z.enum(['group', 'sum', 'head', 'other'])
export type RowAside = z.infer<typeof RowAside>

/** As it is shown, before it is written. */
export const PlannedRow = z.strictObject({
  no: z.int().min(1),
  outcome: ImportOutcome,
  task: TaskId.nullable(),
  /** As far as they were understood. */
  text: z.string(),
  number: z.string(),
  lead: AgencyId.nullable(),
  deadline: DayField.nullable(),
  /** What a row is that is no task; its words are in `text`. */
  aside: RowAside.nullable(),
  /** What differs from the register. */
  changed: z.array(columnId),
  problems: z.array(ImportProblem),
  notices: z.array(ImportNotice),
})
export type PlannedRow = z.infer<typeof PlannedRow>

/** What an accepted row puts into the register. */
export type ImportWrite = {
  task: TaskId
  row: number
  content: TaskContent
  facts: { [K in keyof typeof importFacts]: z.infer<(typeof importFacts)[K]> }
  /** Null: a draft. */
  given: (ImportedStanding & { original: z.infer<typeof DayField> }) | null
}

export type ImportPlan = {
  /** Over every row and what it puts. */
  hash: Hash
  rows: readonly PlannedRow[]
  writes: readonly ImportWrite[]
}
