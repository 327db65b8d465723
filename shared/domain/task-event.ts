import { z } from 'zod'
import { ActId, AgencyId, BallotId, DayField, Hash, PersonId, TaskId } from './id.ts'
import { Product, SecurityMark, TaskSource } from './task.ts'
import { TaskFiles } from './task-file.ts'
import { ImportedStanding, importFacts } from './task-import.ts'
import { OriginFacts } from './task-origin.ts'
import { UrgingPoint } from './urging.ts'

/** What acts about tasks made true; see event.ts. */

const ofTask = { task: TaskId }
const byOfTask = { ...ofTask, by: PersonId }
const noted = { ...byOfTask, noteCommit: Hash }
const filed = { ...noted, attached: TaskFiles.optional() }

export const taskEvents = [
  /** `by` null: by the server, from a conclusion (M9). `origin` null: none, or the one it has. */
  z.strictObject({
    kind: z.literal('task-drafted'),
    ...ofTask,
    by: PersonId.nullable(),
    contentHash: Hash,
    source: TaskSource,
    leadAgency: AgencyId,
    supporting: z.array(AgencyId),
    security: SecurityMark,
    assigner: PersonId,
    deadline: DayField.nullable(),
    origin: OriginFacts.nullable(),
  }),
  /** T8: by the server, for an import; `given` null: a draft. `import` is the act of who signed it. */
  z.strictObject({
    kind: z.literal('task-imported'),
    ...byOfTask,
    import: ActId,
    file: Hash,
    row: z.int().min(1),
    ...importFacts,
    given: ImportedStanding.extend({ original: DayField }).nullable(),
  }),
  /** By the server: an agency that is named in it has become another. */
  z.strictObject({ kind: z.literal('task-passed'), ...byOfTask, from: AgencyId, to: AgencyId }),
  z.strictObject({ kind: z.literal('task-assigned'), ...byOfTask, deadline: DayField }),
  /** The ballot that it comes from was put right: of `from` it does not come, of `to` it does. */
  z.strictObject({
    kind: z.literal('task-linked'),
    ...noted,
    from: BallotId.nullable(),
    to: BallotId.nullable(),
  }),
  z.strictObject({ kind: z.literal('task-cancelled'), ...noted }),
  z.strictObject({ kind: z.literal('task-received'), ...byOfTask }),
  z.strictObject({
    kind: z.literal('task-reported'),
    ...filed,
    percent: z.int(),
    product: Product.nullable(),
    isStale: z.boolean(),
  }),
  /** `doneOn` null: returned. */
  z.strictObject({ kind: z.literal('task-checked'), ...noted, report: ActId, doneOn: DayField.nullable() }),
  z.strictObject({ kind: z.literal('extension-asked'), ...filed, to: DayField, isClaimed: z.boolean() }),
  z.strictObject({ kind: z.literal('extension-passed'), ...noted, extension: ActId }),
  /** `to` null: refused. */
  z.strictObject({
    kind: z.literal('extension-decided'),
    ...noted,
    extension: ActId,
    to: DayField.nullable(),
  }),
  z.strictObject({ kind: z.literal('task-urged'), ...noted }),
  z.strictObject({ kind: z.literal('task-urged-by-rule'), ...ofTask, rule: UrgingPoint }),
  z.strictObject({ kind: z.literal('urging-answered'), ...filed, urging: ActId }),
  /** By the server: the bytes of a file that the task names are here. */
  z.strictObject({ kind: z.literal('task-file-arrived'), ...ofTask, file: Hash }),
] as const

export type TaskEvent = z.infer<(typeof taskEvents)[number]>

const kinds: ReadonlySet<string> = new Set(taskEvents.map(({ shape }) => shape.kind.value))

export const isTaskEvent = <T extends { kind: string }>(event: T): event is Extract<T, TaskEvent> =>
  kinds.has(event.kind)
