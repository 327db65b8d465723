import { z } from 'zod'
import { ActId, AgencyId, BallotId, DayField, Hash, PersonId, TaskId } from './id.ts'
import { Product, SecurityMark, TaskSource } from './task.ts'
import { TaskFiles } from './task-file.ts'
import { DocumentPage, PageHolder } from './task-origin.ts'

/** What is done with a task (T3-T6). `noteCommit` opens to the words of the act. */

const ofTask = { task: TaskId }
const noted = { ...ofTask, noteCommit: Hash }
const filed = { ...noted, attached: TaskFiles.optional() }

export const taskBodies = {
  /** `contentHash` opens to the canonical JSON of a TaskContent. Again to replace the draft. */
  'draft-task': z.strictObject({
    ...ofTask,
    contentHash: Hash,
    source: TaskSource,
    leadAgency: AgencyId,
    supporting: z.array(AgencyId).max(60),
    security: SecurityMark,
    assigner: PersonId,
    deadline: DayField.nullable(),
    /** The ballot that it comes from; kept by later drafts. */
    ballot: BallotId.nullable(),
  }),
  /** From a page that its assigner reads, offline too: assigned as it arrives where it is complete, else a draft. */
  'ask-task': z.strictObject({
    ...ofTask,
    contentHash: Hash,
    source: TaskSource,
    leadAgency: AgencyId,
    supporting: z.array(AgencyId).max(60),
    deadline: DayField.nullable(),
    holder: PageHolder,
    page: DocumentPage,
  }),
  /** The ballot that it comes from, put right: `from` is taken off, `to` is written. */
  'link-task': z.strictObject({ ...noted, from: BallotId.nullable(), to: BallotId.nullable() }),
  'assign-task': z.strictObject({ ...ofTask, taskHash: Hash }),
  'cancel-task': z.strictObject(noted),
  'receive-task': z.strictObject(ofTask),
  'report-progress': z.strictObject({ ...filed, percent: z.int().min(0).max(100) }),
  'report-done': z.strictObject({ ...filed, product: Product }),
  'confirm-task': z.strictObject({ ...noted, report: ActId, doneOn: DayField }),
  'return-task': z.strictObject({ ...noted, report: ActId }),
  'ask-extension': z.strictObject({ ...filed, to: DayField }),
  'pass-extension': z.strictObject({ ...noted, extension: ActId }),
  /** `to` null: refused. */
  'decide-extension': z.strictObject({ ...noted, extension: ActId, to: DayField.nullable() }),
  'urge-task': z.strictObject(noted),
  'answer-urging': z.strictObject({ ...filed, urging: ActId }),
} as const

type TaskActKind = keyof typeof taskBodies

/**
 * O9: what an agency's desk says may wait, and what its assigner wants to be done; what else the Office and the assigner decide
 * is of the moment.
 */
export const taskDeliveries: Readonly<Record<TaskActKind, 'queue' | 'online-only'>> = {
  'draft-task': 'online-only',
  'ask-task': 'queue',
  'assign-task': 'online-only',
  'link-task': 'online-only',
  'cancel-task': 'online-only',
  'receive-task': 'queue',
  'report-progress': 'queue',
  'report-done': 'queue',
  'confirm-task': 'online-only',
  'return-task': 'online-only',
  'ask-extension': 'queue',
  'pass-extension': 'online-only',
  'decide-extension': 'online-only',
  'urge-task': 'online-only',
  'answer-urging': 'queue',
}
