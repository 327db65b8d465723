import type { Question } from './access.ts'
import type { Act } from './act.ts'
import { agendaItemKey } from './agenda-item.ts'
import { directiveKey } from './directive.ts'
import type { EntityKey, EntityReader } from './entity.ts'
import { meetingKey } from './meeting.ts'
import { taskKey } from './task.ts'
import { factsOfTask } from './task-access.ts'
import { taskBodies } from './task-act.ts'
import { originKey, type PageHolder } from './task-origin.ts'

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
  if (!row) {
    const isNew = act.kind === 'draft-task' || act.kind === 'ask-task'
    return isNew ? { action: act.kind, task: null } : null
  }
  return { action: act.kind, task: factsOfTask(row) }
}

export function readsOfTaskAct(act: TaskAct): EntityKey[] {
  const key = taskKey(act.body.task)
  if (act.kind === 'link-task') return [key, ...keysOfLink(act)]
  if (act.kind !== 'draft-task' && act.kind !== 'ask-task') return [key]
  const { leadAgency, supporting, source } = act.body
  const agencies = [leadAgency, ...supporting].map((id) => `agency/${id}`)
  const directive = source.directive === undefined ? [] : [directiveKey(source.directive)]
  if (act.kind === 'ask-task') return [key, ...agencies, ...directive, ...keysOfHolder(act.body.holder)]
  const { ballot } = act.body
  return [key, ...agencies, ...directive, ...(ballot === null ? [] : [`ballot/${ballot}`])]
}

function keysOfLink({ body: { task, from, to } }: Extract<TaskAct, { kind: 'link-task' }>): EntityKey[] {
  const ballots = [from, to].flatMap((ballot) => ballot ?? [])
  return ballots.flatMap((ballot) => [`ballot/${ballot}`, originKey(task, { ballot })])
}

function keysOfHolder(holder: PageHolder): EntityKey[] {
  if ('ballot' in holder) return [`ballot/${holder.ballot}`]
  if ('directive' in holder) return [directiveKey(holder.directive)]
  return [meetingKey(holder.meeting), agendaItemKey(holder.meeting, holder.item)]
}

/** What deciding reads beside, once the rows that `readsOfTaskAct` names are here. */
export function furtherReadsOfTaskAct(act: TaskAct, reader: EntityReader): EntityKey[] {
  const task = reader.get('task', taskKey(act.body.task))
  if (act.kind !== 'assign-task' || !task) return []
  const { source, leadAgency, supporting } = task
  const agencies = [leadAgency, ...supporting].map((id) => `agency/${id}`)
  return source.directive === undefined ? agencies : [...agencies, directiveKey(source.directive)]
}
