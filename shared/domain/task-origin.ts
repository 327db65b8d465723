import { z } from 'zod'
import { AgendaItemId, BallotId, MeetingId, TaskId } from './id.ts'

/**
 * Where a task comes from within this program (M9). A row of its own, for who reads the item or the ballot: the agency that
 * has the task need not know that the item exists (D2). Walked both ways: it is found by the item, and it names the task.
 */

const OfItem = z.strictObject({
  kind: z.literal('task-origin'),
  task: TaskId,
  meeting: MeetingId,
  item: AgendaItemId,
  /** Which of the conclusion's assignments, from 0. */
  assignment: z.int().min(0).max(49),
})
const OfBallot = z.strictObject({ kind: z.literal('task-origin'), task: TaskId, ballot: BallotId })

export const TaskOrigin = z.union([OfItem, OfBallot])
export type TaskOrigin = z.infer<typeof TaskOrigin>

export const OriginFacts = z.union([
  OfItem.omit({ kind: true, task: true }),
  OfBallot.omit({ kind: true, task: true }),
])
export type OriginFacts = z.infer<typeof OriginFacts>

export const originKey = (task: TaskId, origin: OriginFacts | TaskOrigin): string =>
  'ballot' in origin
    ? `task-origin/${origin.ballot}/${task}`
    : `task-origin/${origin.meeting}/${origin.item}/${task}`
