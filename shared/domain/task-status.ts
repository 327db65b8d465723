import { z } from 'zod'
import type { Day } from '../lib/time.ts'
import { doneDayOf, reportedOn, type Task, type TaskState } from './task.ts'

/**
 * The four official statuses (T2), from dates and events alone. What counts as done is what the Office has confirmed; the day
 * that counts is the one it confirmed. While a report of completion waits, the task is not done, and whether it is overdue is
 * asked of the day of that report: the Office's own time makes nobody overdue.
 */

export type TaskStatus = 'done-on-time' | 'done-late' | 'in-time' | 'overdue'

/** T4: statistics exist on the date that was first set and on the one that holds now. */
export type DeadlineBasis = 'current' | 'original'

type Dated = Pick<Task, 'phase' | 'deadline' | 'deadlines' | 'reports' | 'checks' | 'imported'>

export type StatusFacts = {
  state: TaskState
  /** As the Office confirmed it. */
  doneOn: Day | null
  /** Of completion, while the Office's word is not there. */
  reportedOn: Day | null
}

/** Null: a draft, or cancelled; it is in no count. */
export function statusOn(
  { state, doneOn, reportedOn: reported }: StatusFacts,
  deadline: Day | null,
  today: Day,
): TaskStatus | null {
  if (state === 'draft' || state === 'cancelled') return null
  const isAfter = (day: Day) => deadline !== null && day > deadline
  if (state === 'confirmed') return doneOn !== null && isAfter(doneOn) ? 'done-late' : 'done-on-time'
  const day = state === 'reported-done' ? (reported ?? today) : today
  return isAfter(day) ? 'overdue' : 'in-time'
}

export const statusOf = (task: Dated, today: Day, basis: DeadlineBasis = 'current'): TaskStatus | null =>
  statusOn(
    {
      state: task.phase.state,
      doneOn: doneDayOf(task),
      reportedOn: task.phase.state === 'reported-done' ? reportedOn(task) : null,
    },
    basis === 'original' ? (task.deadlines[0]?.day ?? null) : task.deadline,
    today,
  )

export const TaskFigures = z.object({
  total: z.number(),
  done: z.number(),
  onTime: z.number(),
  late: z.number(),
  notDone: z.number(),
  inTime: z.number(),
  overdue: z.number(),
  /** Done or overdue: what the rates are taken over. */
  fallenDue: z.number(),
  /** Parts of `fallenDue`, from 0 to 1; null where nothing has fallen due. */
  doneRate: z.number().nullable(),
  overdueRate: z.number().nullable(),
  /** Parts of all that is not a draft nor cancelled. */
  doneOfAll: z.number().nullable(),
})
export type TaskFigures = z.infer<typeof TaskFigures>

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
    doneOfAll: fallenDue + inTime === 0 ? null : done / (fallenDue + inTime),
  }
}

export function countStatuses(statuses: Iterable<TaskStatus | null>): TaskFigures {
  const counts: Record<TaskStatus, number> = { 'done-on-time': 0, 'done-late': 0, 'in-time': 0, overdue: 0 }
  for (const status of statuses) if (status !== null) counts[status] += 1
  return figuresOf(counts)
}
