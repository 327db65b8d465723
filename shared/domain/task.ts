import { z } from 'zod'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import type { Day } from '../lib/time.ts'
import { dayOf } from '../lib/time.ts'
import {
  ActId,
  AgencyId,
  DayField,
  DirectiveId,
  Hash,
  InstantField,
  PersonId,
  TaskId,
  textField,
} from './id.ts'
import { type TaskFile, TaskFiles } from './task-file.ts'
import { UrgingPoint } from './urging.ts'

/**
 * What the Government or one of its members has told an agency to do (T1), with everything that came of it. As elsewhere the
 * words are behind hashes (decision 0002): those of the task in a TaskContent, those of acts in a note each.
 */

/** D3: the words of a state secret never enter; a task with a mark has none, and its paper has them. */
export const SecurityMark = z.enum(['none', 'mat', 'toi-mat', 'tuyet-mat'])
export type SecurityMark = z.infer<typeof SecurityMark>

export const SourceKind = z.enum(['conclusion', 'directive', 'resolution', 'ballot'])
export type SourceKind = z.infer<typeof SourceKind>

/** The paper that the task comes from, as it is named on paper. While the task is a draft it may have no number yet. */
export const TaskSource = z.strictObject({
  kind: SourceKind,
  number: textField(100, 0),
  date: DayField.nullable(),
  /** Where it stands in the library. Number and date stay what the paper says. */
  directive: DirectiveId.optional(),
})
export type TaskSource = z.infer<typeof TaskSource>

export const TaskContent = z.strictObject({
  text: textField(2000, 0),
  /** Of the source: what that paper is about. */
  abstract: textField(1000, 0),
  /** What is to be handed in. */
  product: textField(500, 0),
})
export type TaskContent = z.infer<typeof TaskContent>

export const TaskState = z.enum([
  'draft',
  'assigned',
  'received',
  'in-progress',
  'reported-done',
  'returned',
  'confirmed',
  'cancelled',
])
export type TaskState = z.infer<typeof TaskState>

/** What the agency has still to do; a report that comes when it is no longer so is kept, and moves nothing. */
export const underWay: readonly TaskState[] = ['assigned', 'received', 'in-progress', 'returned']

/** An act in the ledger; `noteCommit` opens to its words, which may be empty. */
const said = { act: ActId, n: z.int().min(0), at: InstantField, by: PersonId, noteCommit: Hash }

/** T5: the paper by which the task is done, by number and date; without a number it lies in a file of the report. */
export const Product = z.strictObject({ number: textField(100, 0), date: DayField })
export type Product = z.infer<typeof Product>

/** What may come with files. */
const filed = { ...said, attached: TaskFiles.optional() }

const Percent = z.int().min(0).max(100)

const TaskReport = z.strictObject({
  ...filed,
  percent: Percent,
  /** Of a report of completion; null: of progress. */
  product: Product.nullable(),
  /** Written by somebody who did not know the report before it: two desks at once. Both stay. */
  isStale: z.boolean(),
})
export type TaskReport = z.infer<typeof TaskReport>

const TaskExtension = z.strictObject({
  ...filed,
  to: DayField,
  /** It arrived after the due date, and by its hour and anchor had been written before. */
  isClaimed: z.boolean(),
  /** The Office has laid it before the assigner. */
  passed: z.strictObject(said).nullable(),
  /** `to` null: refused. */
  decision: z.strictObject({ ...said, to: DayField.nullable() }).nullable(),
})
export type TaskExtension = z.infer<typeof TaskExtension>

/** By hand, in words; or by rule, which needs none. */
const Urging = z.strictObject({
  ...said,
  by: PersonId.nullable(),
  noteCommit: Hash.nullable(),
  rule: UrgingPoint.optional(),
  answers: z.array(z.strictObject(filed)),
})
export type Urging = z.infer<typeof Urging>

/** Brought in with a file (T8): what it says came of the task is the Office's word, by which file and row. `doneOn`, `product`: null where it says none. */
const Imported = z.strictObject({
  act: ActId,
  at: InstantField,
  by: PersonId,
  file: Hash,
  row: z.int().min(1),
  percent: Percent,
  doneOn: DayField.nullable(),
  product: Product.nullable(),
})

const Passed = z.strictObject({
  at: InstantField,
  by: PersonId,
  from: AgencyId,
  to: AgencyId,
})

export const Task = z.strictObject({
  kind: z.literal('task'),
  id: TaskId,
  contentHash: Hash,
  source: TaskSource,
  leadAgency: AgencyId,
  supporting: z.array(AgencyId).max(60),
  security: SecurityMark,
  assigner: PersonId,
  /** Null in a draft that names none. */
  deadline: DayField.nullable(),
  /** T4: every one that held, oldest first; `act` is the assignment or the decision that set it. Empty in a draft. */
  deadlines: z.array(z.strictObject({ day: DayField, at: InstantField, by: PersonId, act: ActId })),
  imported: Imported.nullable(),
  /** Agencies that it named and that became others, oldest first. */
  passed: z.array(Passed).optional(),
  /** `by` null: drafted by the server, from a conclusion. */
  drafted: z.strictObject({ at: InstantField, by: PersonId.nullable() }),
  phase: z.strictObject({ state: TaskState, at: InstantField, by: PersonId.nullable() }),
  received: z.strictObject({ at: InstantField, by: PersonId }).nullable(),
  reports: z.array(TaskReport),
  /** What the Office said to reports of completion. `doneOn`: the day that counts; null where it was returned. */
  checks: z.array(z.strictObject({ ...said, report: ActId, doneOn: DayField.nullable() })),
  extensions: z.array(TaskExtension),
  urgings: z.array(Urging),
  /** Files of all these that the server has; the others have yet to come. */
  files: z.array(Hash).optional(),
  /** `noteCommit` opens to the reason. */
  cancelled: z.strictObject(said).nullable(),
})
export type Task = z.infer<typeof Task>

export const taskKey = (id: TaskId): string => `task/${id}`

/** The report that waits for the Office, or was confirmed: the last one of completion. */
export const completionOf = ({ reports }: Pick<Task, 'reports'>): TaskReport | undefined =>
  reports.findLast(({ product }) => product !== null)

/** The day that counts as that of completion: the Office's. Null while it is not confirmed. */
export const doneDayOf = ({
  phase,
  checks,
  imported,
}: Pick<Task, 'phase' | 'checks' | 'imported'>): Day | null =>
  phase.state === 'confirmed' ? (checks.at(-1)?.doneOn ?? imported?.doneOn ?? null) : null

/** How far it is, by the last word of the agency, else of the file that it came with. */
export const percentOf = ({ reports, imported }: Pick<Task, 'reports' | 'imported'>): number =>
  reports.at(-1)?.percent ?? imported?.percent ?? 0

/** The request for another due day that nobody has answered, of a task that is not over (T4). */
export const openExtension = ({ phase, extensions }: Pick<Task, 'phase' | 'extensions'>) =>
  phase.state === 'confirmed' || phase.state === 'cancelled'
    ? undefined
    : extensions.find(({ decision }) => decision === null)

/** The paper by which it is done. */
export const productOf = (task: Pick<Task, 'reports' | 'imported'>): Product | null =>
  completionOf(task)?.product ?? task.imported?.product ?? null

/**
 * The day on which completion was reported: of the first such report that was not returned. The Office's own time makes no
 * agency late, and neither does a second desk that says the same again.
 */
export function reportedOn({ reports, checks }: Pick<Task, 'reports' | 'checks'>): Day | null {
  const returnedAt = checks.findLast(({ doneOn }) => doneOn === null)?.n ?? -1
  const first = reports.find(({ product, n }) => product !== null && n > returnedAt)
  return first ? dayOf(first.at) : null
}

/** Everything that is assigned with one tap, in one name: an assignment of what has changed meanwhile is refused. */
export function taskHash(task: Pick<Task, AssignedField>): Hash {
  const { contentHash, source, leadAgency, supporting, security, assigner, deadline } = task
  const named = { contentHash, source, leadAgency, supporting, security, assigner, deadline }
  return Hash.parse(sha256Hex(utf8(canonicalJson(named))))
}
type AssignedField =
  | 'contentHash'
  | 'source'
  | 'leadAgency'
  | 'supporting'
  | 'security'
  | 'assigner'
  | 'deadline'

/** Hashes and commitments whose texts a rule or a reader may ask for. */
export function hashesOfTask(task: Task): Hash[] {
  const { contentHash, reports, checks, extensions, urgings, cancelled } = task
  const noted = [
    ...reports,
    ...checks,
    ...extensions.flatMap((one) => [one, one.passed, one.decision]),
    ...urgings.flatMap((one) => [one, ...one.answers]),
    cancelled,
  ]
  const names = filesNamedIn(task).map(({ nameCommit }) => nameCommit)
  return [contentHash, ...noted.flatMap((one) => one?.noteCommit ?? []), ...names]
}

/** Whether the server has them or not. */
export const filesNamedIn = ({ reports, extensions, urgings }: Task): TaskFile[] =>
  [...reports, ...extensions, ...urgings.flatMap(({ answers }) => answers)].flatMap(
    ({ attached }) => attached ?? [],
  )
