import type { ServerEntry } from './closing.ts'
import type { EntityReader } from './entity.ts'
import type { Event } from './event.ts'
import type { DirectiveId } from './id.ts'
import { passedTask } from './passed-task.ts'
import type { Task } from './task.ts'
import { factsOfTask } from './task-access.ts'
import { openedBy } from './task-fault.ts'

/** What an agency that is no more had still to do passes to the one that took it over; what it had done stays its own. */

type Merged = Extract<Event, { kind: 'agency-merged' }>

const isOpen = ({ phase }: Task): boolean => phase.state !== 'confirmed' && phase.state !== 'cancelled'

/** No entry tells a desk of another's tasks or of a draft, and none is too large to be read. */
const tasksInEntry = 100

/** @param tasks those that the agency leads or supports */
export function mergeEntries(
  { agency, into, by, merge }: Merged,
  tasks: readonly Task[],
  reader: EntityReader,
): ServerEntry[] {
  const opened = new Set<DirectiveId>()
  /** Of a draft no desk learns yet: its directive is opened when it is assigned. */
  const openedWith = (task: Task): Event[] => {
    const { directive } = task.source
    if (directive === undefined || opened.has(directive) || factsOfTask(task).isDraft) return []
    opened.add(directive)
    return openedBy(passedTask(task, agency, into), reader)
  }
  const groups = new Map<string, Task[]>()
  for (const task of tasks) {
    const isNamed = task.leadAgency === agency || task.supporting.includes(agency)
    if (!isOpen(task) || !isNamed) continue
    const group = factsOfTask(task).isDraft ? `draft/${task.assigner}` : task.leadAgency
    groups.set(group, [...(groups.get(group) ?? []), task])
  }
  return [...groups].flatMap(([group, all]) =>
    Array.from({ length: Math.ceil(all.length / tasksInEntry) }, (_, i) => ({
      id: `agency-merge/${merge}/${group}/${i}`,
      events: all
        .slice(i * tasksInEntry, (i + 1) * tasksInEntry)
        .flatMap((task): Event[] => [
          { kind: 'task-passed', task: task.id, by, from: agency, to: into },
          ...openedWith(task),
        ]),
    })),
  )
}
