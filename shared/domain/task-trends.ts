import { addDays, type Day, firstOfMonth, lastOfMonth } from '../lib/time.ts'
import { deadlineBy, type ListedTask, statusBy, type TaskLine } from './task-line.ts'
import type { DeadlineBasis } from './task-status.ts'

/**
 * How tasks went with time: drawn from their days alone. What is known is how a task stands now: that a deadline was once
 * another one shows on the original basis (T4), and a task confirmed is left from the day that was confirmed.
 */

export type MonthTrend = {
  /** Its first day. */
  month: Day
  assigned: number
  due: number
  done: number
  /** At the end of the month, or today where that is earlier. */
  left: number
  overdue: number
}

const counted = (listed: readonly ListedTask[], basis: DeadlineBasis): TaskLine[] =>
  listed.filter((one) => statusBy(one, basis) !== null).map(({ line }) => line)

/** From which day on a task is no longer to be done. */
const endedOn = ({ doneOn, reportedOn, state }: TaskLine): Day | null =>
  state === 'confirmed' ? doneOn : state === 'reported-done' ? reportedOn : null

/** The months up to the present one. @param most so many, the last ones */
export function trendByMonth(
  listed: readonly ListedTask[],
  { today, basis = 'current', most = 24 }: { today: Day; basis?: DeadlineBasis; most?: number },
): MonthTrend[] {
  const lines = counted(listed, basis)
  const months: MonthTrend[] = []
  for (let month = firstOfMonth(today); months.length < most; month = firstOfMonth(addDays(month, -1))) {
    months.unshift({ month, ...{ assigned: 0, due: 0, done: 0, left: 0, overdue: 0 } })
  }
  const placeOf = new Map(months.map(({ month }, at) => [month.slice(0, 7), at]))
  // Tens of thousands of tasks have some hundreds of days.
  const places = new Map<Day, number | undefined>()
  const placeOn = (day: Day): number | undefined => {
    if (!places.has(day)) places.set(day, placeOf.get(day.slice(0, 7)))
    return places.get(day)
  }
  const at = (day: Day | null) => (day === null ? undefined : months[placeOn(day) ?? -1])
  const first = months[0]?.month ?? today
  const ends = months.map(({ month }) => lastOfMonth(month)).map((end) => (end < today ? end : today))
  /** The first month at whose end a day has come: 0 for all that was before the first one, past the last for what is to come. */
  const from = (day: Day | null): number =>
    day === null || day > today ? months.length : day < first ? 0 : (placeOn(day) ?? months.length)
  for (const line of lines) {
    const due = deadlineBy(line, basis)
    const ended = endedOn(line)
    const [assignedAt, dueAt, doneAt] = [at(line.assignedOn), at(due), at(line.doneOn)]
    if (assignedAt) assignedAt.assigned += 1
    if (dueAt) dueAt.due += 1
    if (doneAt) doneAt.done += 1
    for (let m = from(line.assignedOn); m < from(ended); m++) {
      const month = months[m]
      if (!month) break
      month.left += 1
      if (due !== null && due < (ends[m] ?? today)) month.overdue += 1
    }
  }
  const begun = months.findIndex(({ assigned, due, left }) => assigned + due + left > 0)
  return begun < 0 ? [] : months.slice(begun)
}

export type BurnDownPoint = {
  day: Day
  /** Not done at the end of the day; null after today. */
  left: number | null
  /** What would be left if each were done on its due day. */
  planned: number
}

/** The tasks of one paper: what was left, beside what should have been left, on each day on which either changed. */
export function burnDown(
  listed: readonly ListedTask[],
  { today, basis = 'current' }: { today: Day; basis?: DeadlineBasis },
): BurnDownPoint[] {
  const lines = counted(listed, basis)
  const planned = new Map<Day, number>()
  const left = new Map<Day, number>()
  const add = (to: Map<Day, number>, day: Day | null, count: number) => {
    if (day !== null) to.set(day, (to.get(day) ?? 0) + count)
  }
  for (const line of lines) {
    const ended = endedOn(line)
    add(planned, line.assignedOn, 1)
    add(planned, deadlineBy(line, basis), -1)
    add(left, line.assignedOn, 1)
    add(left, ended, -1)
  }
  const days = [...new Set([...planned.keys(), ...left.keys(), ...(lines.length > 0 ? [today] : [])])].sort()
  let [toDo, plan] = [0, 0]
  return days.map((day) => {
    toDo += left.get(day) ?? 0
    plan += planned.get(day) ?? 0
    return { day, left: day > today ? null : toDo, planned: plan }
  })
}
