import type { Day } from '../lib/time.ts'
import { reportedOn, type Task } from './task.ts'

/**
 * The four official statuses (T2), from dates and events alone. What counts as done is what the Office has confirmed; the day
 * that counts is the one it confirmed. While a report of completion waits, the task is not done, and whether it is overdue is
 * asked of the day of that report: the Office's own time makes nobody overdue.
 */

export type TaskStatus = 'done-on-time' | 'done-late' | 'in-time' | 'overdue'

/** T4: statistics exist on the date that was first set and on the one that holds now. */
export type DeadlineBasis = 'current' | 'original'

type Dated = Pick<Task, 'phase' | 'deadline' | 'deadlines' | 'reports' | 'checks'>

const deadlineOn = ({ deadline, deadlines }: Dated, basis: DeadlineBasis): Day | null =>
  basis === 'original' ? (deadlines[0]?.day ?? null) : deadline

/** Null: a draft, or cancelled; it is in no count. */
export function statusOf(task: Dated, today: Day, basis: DeadlineBasis = 'current'): TaskStatus | null {
  const { state } = task.phase
  if (state === 'draft' || state === 'cancelled') return null
  const deadline = deadlineOn(task, basis)
  const isAfter = (day: Day) => deadline !== null && day > deadline
  if (state === 'confirmed') {
    const doneOn = task.checks.at(-1)?.doneOn ?? null
    return doneOn !== null && isAfter(doneOn) ? 'done-late' : 'done-on-time'
  }
  const day = state === 'reported-done' ? (reportedOn(task) ?? today) : today
  return isAfter(day) ? 'overdue' : 'in-time'
}

export type TaskFigures = {
  total: number
  done: number
  onTime: number
  late: number
  notDone: number
  inTime: number
  overdue: number
  /** Done or overdue: what the rates are taken over. */
  fallenDue: number
  /** Parts of `fallenDue`, from 0 to 1; null where nothing has fallen due. */
  doneRate: number | null
  overdueRate: number | null
}

export function figuresOf(counts: Readonly<Record<TaskStatus, number>>): TaskFigures {
  const onTime = counts['done-on-time']
  const late = counts['done-late']
  const inTime = counts['in-time']
  const { overdue } = counts
  const done = onTime + late
  const fallenDue = done + overdue
  return {
    total: fallenDue + inTime,
    done,
    onTime,
    late,
    notDone: inTime + overdue,
    inTime,
    overdue,
    fallenDue,
    doneRate: fallenDue === 0 ? null : done / fallenDue,
    overdueRate: fallenDue === 0 ? null : overdue / fallenDue,
  }
}

export function countStatuses(
  tasks: readonly Dated[],
  today: Day,
  basis: DeadlineBasis = 'current',
): TaskFigures {
  const counts: Record<TaskStatus, number> = { 'done-on-time': 0, 'done-late': 0, 'in-time': 0, overdue: 0 }
  for (const task of tasks) {
    const status = statusOf(task, today, basis)
    if (status !== null) counts[status] += 1
  }
  return figuresOf(counts)
}
