import type { AgencyId, TaskId } from '../../shared/domain/id.ts'
import type { Task, TaskContent, TaskReport } from '../../shared/domain/task.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { taskContentIn } from './tablet-context.ts'
import { isOfTask } from './trail-links.ts'
import type { WorkingCopy } from './working-copy.ts'

/** A task in the trail of the matter that it comes from, with its last report. */
export type TaskStep = {
  kind: 'task'
  at: Instant
  id: TaskId
  task: Task
  content: TaskContent | null
  leadAgency: AgencyId
  /** Keys of the steps that it comes from. */
  sources: readonly string[]
  report: TaskReport | null
}

/** Null where it is no task, or one that this device does not hold. */
export function taskStep(
  key: string,
  sources: readonly string[],
  copy: Pick<WorkingCopy, 'reader' | 'opened'>,
): TaskStep | null {
  const task = isOfTask(key) ? copy.reader.get('task', key) : undefined
  if (!task) return null
  return {
    kind: 'task',
    at: task.deadlines[0]?.at ?? task.drafted.at,
    id: task.id,
    task,
    content: taskContentIn(copy, task.contentHash) ?? null,
    leadAgency: task.leadAgency,
    sources,
    report: task.reports.at(-1) ?? null,
  }
}
