import type { Question } from './access.ts'
import type { Act } from './act.ts'
import type { EntityKey, EntityReader } from './entity.ts'
import { taskKey } from './task.ts'
import { factsOfTask } from './task-access.ts'
import { taskBodies } from './task-act.ts'

/** What an act about a task asks of `permit`, and which rows deciding it reads; see decide.ts. */

export type TaskAct = Extract<Act, { kind: keyof typeof taskBodies }>
export type DeskAct = Extract<
  TaskAct,
  { kind: 'receive-task' | 'report-progress' | 'report-done' | 'ask-extension' | 'answer-urging' }
>
export type TaskOfficeAct = Exclude<TaskAct, DeskAct>

export const isTaskAct = (act: Act): act is TaskAct => Object.hasOwn(taskBodies, act.kind)

export const isDeskAct = (act: TaskAct): act is DeskAct =>
  act.kind === 'receive-task' ||
  act.kind === 'report-progress' ||
  act.kind === 'report-done' ||
  act.kind === 'ask-extension' ||
  act.kind === 'answer-urging'

export function questionOfTaskAct(act: TaskAct, reader: EntityReader): Question | null {
  const row = reader.get('task', taskKey(act.body.task))
  if (!row) return act.kind === 'draft-task' ? { action: act.kind, task: null } : null
  return { action: act.kind, task: factsOfTask(row) }
}

export function readsOfTaskAct(act: TaskAct): EntityKey[] {
  const key = taskKey(act.body.task)
  if (act.kind !== 'draft-task') return [key]
  const { leadAgency, supporting, ballot } = act.body
  const agencies = [leadAgency, ...supporting].map((id) => `agency/${id}`)
  return [key, ...agencies, ...(ballot === null ? [] : [`ballot/${ballot}`])]
}
