import type { Subject } from '../../shared/domain/access.ts'
import { digestOf, type TaskDigest } from '../../shared/domain/task-digest.ts'
import type { Day } from '../../shared/lib/time.ts'
import type { TaskView } from './task-view.ts'

/** What an agency's desk has before it this week: of what it leads, as the letter on Monday counts (T6). Null: no desk. */
export function weekDigest(
  views: readonly TaskView[],
  { roles, agencies }: Pick<Subject, 'roles' | 'agencies'>,
  today: Day,
): TaskDigest<TaskView['task']> | null {
  if (!roles.includes('clerk')) return null
  const led = views.flatMap(({ task }) => (agencies.includes(task.leadAgency) ? [task] : []))
  return digestOf(led, today)
}
