import type { Settings } from '../../shared/domain/settings.ts'
import { addWorkingDays, type WorkCalendar, workingMsBetween } from '../../shared/domain/working-day.ts'
import {
  type Day,
  dayOf,
  hourMs,
  type Instant,
  instant,
  minuteMs,
  startOfDay,
} from '../../shared/lib/time.ts'

/** B3: how a deadline being chosen stands to the window that the rules allow from now. */
export type DeadlineFit =
  | { kind: 'passed' }
  /** `workingMs` from now to the deadline; the window's bounds as instants. */
  | { kind: 'inside' | 'too-soon' | 'too-far'; workingMs: number; earliestAt: Instant; latestAt: Instant }

type Bounds = { minDays: number; maxDays: number }

export const issueWindow = ({ windowMinDays, windowMaxDays }: Settings): Bounds => ({
  minDays: windowMinDays,
  maxDays: windowMaxDays,
})

/** B5: what an amendment leaves at least; it knows no most. */
export const amendWindow = ({ amendMinDays }: Settings): Bounds => ({
  minDays: amendMinDays,
  maxDays: Number.POSITIVE_INFINITY,
})

export function deadlineFit(
  deadlineAt: Instant,
  now: Instant,
  { minDays, maxDays }: Bounds,
  calendar: WorkCalendar,
): DeadlineFit {
  if (deadlineAt <= now) return { kind: 'passed' }
  const earliestAt = addWorkingDays(calendar, now, minDays)
  const latestAt = Number.isFinite(maxDays) ? addWorkingDays(calendar, now, maxDays) : deadlineAt
  const kind = deadlineAt < earliestAt ? 'too-soon' : deadlineAt > latestAt ? 'too-far' : 'inside'
  return { kind, workingMs: workingMsBetween(calendar, now, deadlineAt), earliestAt, latestAt }
}

/** A first proposal: 17:00 on the first day that leaves the least time. */
export function proposedDeadline(now: Instant, { minDays }: Bounds, calendar: WorkCalendar): Instant {
  const earliestAt = addWorkingDays(calendar, now, minDays)
  const closing = endOfOffice(earliestAt)
  return closing >= earliestAt ? closing : endOfOffice(addWorkingDays(calendar, earliestAt, 1))
}

const endOfOffice = (at: Instant): Instant => instant(startOfDay(dayOf(at)) + 17 * hourMs)

/** A civil day and `HH:mm` in Viet Nam as an instant (G4). @returns null where the hour is none. */
export function instantOf(day: Day, hour: string): Instant | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)/.exec(hour)
  if (!parts) return null
  return instant(startOfDay(day) + Number(parts[1]) * hourMs + Number(parts[2]) * minuteMs)
}
