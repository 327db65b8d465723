import { addDays, type Day, weekdayOf } from '../lib/time.ts'
import { type Task, underWay } from './task.ts'
import { statusOf } from './task-status.ts'

/** What an agency has before it at the beginning of a week; the same for its desk and for the letter (T6). */
export type TaskDigest<T> = {
  overdue: T[]
  /** Due until Sunday. */
  due: T[]
  /** Urged, and not answered. */
  asked: T[]
  returned: T[]
}

type Told = Pick<Task, 'phase' | 'deadline' | 'deadlines' | 'reports' | 'checks' | 'urgings' | 'imported'>

export function digestOf<T extends Told>(tasks: readonly T[], today: Day): TaskDigest<T> {
  const sunday = addDays(mondayOf(today), 6)
  const open = tasks.filter(({ phase }) => underWay.includes(phase.state))
  return {
    overdue: open.filter((task) => statusOf(task, today) === 'overdue'),
    due: open.filter(({ deadline }) => deadline !== null && deadline >= today && deadline <= sunday),
    asked: open.filter(({ urgings }) => urgings.some(({ answers }) => answers.length === 0)),
    returned: open.filter(({ phase }) => phase.state === 'returned'),
  }
}

export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))
