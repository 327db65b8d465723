import type { ActOf } from '../../shared/domain/act.ts'
import type { Task } from '../../shared/domain/task.ts'
import { taskKey } from '../../shared/domain/task.ts'
import { applyTaskEvent } from '../../shared/domain/task-apply.ts'
import type { TaskOrigin } from '../../shared/domain/task-origin.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { WorkingCopy } from './working-copy.ts'

/** A task asked for on this device that no row tells of: on its way, or turned away with its words (O1). */
type AskedTask = { act: ActOf<'ask-task'>; task: Task; origin: TaskOrigin; standing: 'waiting' | 'refused' }

export function askedTasks(copy: Pick<WorkingCopy, 'outbox' | 'settled' | 'reader'>): AskedTask[] {
  const waiting = copy
    .outbox()
    .flatMap(({ act, storedAt }) =>
      act.kind === 'ask-task' ? [{ act, at: storedAt, standing: 'waiting' as const }] : [],
    )
  const refused = copy.settled().flatMap(({ act, receipt }) => {
    if (act.kind !== 'ask-task') return []
    const entry = parseEntry(receipt.leaf)
    return entry?.kind === 'act' && entry.verdict.kind === 'refused'
      ? [{ act, at: entry.at, standing: 'refused' as const }]
      : []
  })
  return [...waiting, ...refused].flatMap(({ act, at, standing }) => {
    if (copy.reader.get('task', taskKey(act.body.task))) return []
    const { holder, page, task } = act.body
    const origin: TaskOrigin = { kind: 'task-origin', task, ...holder, page }
    return [{ act, origin, standing, task: asDrafted(act, at) }]
  })
}

/** As its row will be at first: the same rule makes it. */
function asDrafted(act: ActOf<'ask-task'>, at: Instant): Task {
  const { holder: _, page: _page, ...facts } = act.body
  const drafted = { kind: 'task-drafted' as const, by: act.person, assigner: act.person, origin: null }
  const event = { ...drafted, ...facts, security: 'none' as const }
  const row = applyTaskEvent(undefined, taskKey(act.body.task), event, { n: 0, at, act: act.id })
  if (row.kind !== 'task') throw new Error('a draft makes a task')
  return row
}
