import { utf8 } from '../lib/bytes.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { addDays, type Day, dayOf, hourMs, type Instant, instant, startOfDay } from '../lib/time.ts'
import type { ServerEntry } from './closing.ts'
import { type Task, underWay } from './task.ts'
import type { UrgingPoint, UrgingRule } from './urging.ts'
import { isWorkingDay, type WorkCalendar } from './working-day.ts'

/** When the server urges an agency by rule (T6): pure, so that every server makes the same and a table of cases proves it. */

const workBeginsMs = 8 * hourMs

/** The hour of a day at which what is regular is made. */
export const workBegins = (day: Day): Instant => instant(startOfDay(day) + workBeginsMs)

type Urged = Pick<Task, 'phase' | 'deadline' | 'deadlines' | 'checks' | 'extensions' | 'urgings'>

/** The rule in force, and its first day where somebody set it: days before that one are not made up. */
type InForce = { rule: UrgingRule; since: Day | null }

/**
 * The urging that is due for a task at an hour; null where there is none. Of all days of the rule that have come the last alone
 * counts: what a server missed while it was away is made up once, and not five times.
 *
 * Nobody is urged to what they cannot do: a report of completion waits for the Office, an extension asked in time for an
 * answer, and what is confirmed or cancelled is over. Nor are days made up on which it was so, or before the date was set.
 */
export function urgingDue(
  task: Urged,
  { rule, since }: InForce,
  at: Instant,
  calendar: WorkCalendar,
): UrgingPoint | null {
  const today = dayOf(at)
  const { deadline } = task
  if (deadline === null || at < workBegins(today) || !isWorkingDay(calendar, today)) return null
  if (!underWay.includes(task.phase.state)) return null
  if (task.extensions.some(({ decision }) => decision === null)) return null
  const point = pointsUpTo(deadline, rule, today, calendar).at(-1)
  if (!point || (since !== null && point.day < since)) return null
  const quiet = [
    task.deadlines.at(-1)?.at,
    task.checks.at(-1)?.at,
    ...task.extensions.map(({ decision }) => decision?.at),
  ]
  if (quiet.some((hour) => hour !== undefined && point.day <= dayOf(hour))) return null
  const isMade = task.urgings.some((one) => one.rule !== undefined && one.rule.day >= point.day)
  return isMade ? null : point
}

/** Days of the rule that have come, in their order; of two that fall on one day the later one. */
function pointsUpTo(deadline: Day, rule: UrgingRule, today: Day, calendar: WorkCalendar): UrgingPoint[] {
  const points = [...rule.before]
    .sort((a, b) => b - a)
    .map((days) => ({ when: 'before' as const, days, day: workingDayFrom(deadline, -days, calendar) }))
  const found: UrgingPoint[] = points.filter(({ day }) => day <= today)
  // A due date that is no working day is asked for on the last one before it.
  const lastDay = isWorkingDay(calendar, deadline) ? deadline : workingDayFrom(deadline, -1, calendar)
  if (rule.onDay && lastDay <= today) found.push({ when: 'on-day', days: 0, day: lastDay })
  const after = lastAfter(deadline, rule.everyAfter, today, calendar)
  return after ? [...found, after] : found
}

function lastAfter(deadline: Day, every: number, today: Day, calendar: WorkCalendar): UrgingPoint | null {
  if (every === 0) return null
  let last: UrgingPoint | null = null
  let days = 0
  for (let day = addDays(deadline, 1); day <= today; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue
    days += 1
    if (days % every === 0) last = { when: 'after', days, day }
  }
  return last
}

/** The working day so many before (below 0) or after a day. */
function workingDayFrom(from: Day, count: number, calendar: WorkCalendar): Day {
  const step = Math.sign(count)
  let day = from
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** The latest due date of which the rule may speak on a day: so many working days lie before it. */
export const latestUrged = (rule: UrgingRule, today: Day, calendar: WorkCalendar): Day =>
  workingDayFrom(today, Math.max(1, ...rule.before), calendar)

/** The server's entry: its id follows from what it says, so that it is made once on any server, and again after a restore. */
export function urgingEntry({ id: task }: Pick<Task, 'id'>, point: UrgingPoint): ServerEntry {
  const name = sha256Hex(utf8(`${task}/${point.day}/${point.when}/${point.days}`))
  return { id: `urging-${name.slice(0, 32)}`, events: [{ kind: 'task-urged-by-rule', task, rule: point }] }
}
