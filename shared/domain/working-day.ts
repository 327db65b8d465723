import { addDays, type Day, dayMs, dayOf, type Instant, instant, startOfDay, weekdayOf } from '../lib/time.ts'

/**
 * Working time in Viet Nam (G4). A working day counts for its 24 hours, so that "2 working days" from Friday 16:00 is
 * Tuesday 16:00. What the Office edits per year comes in as data; without it, weekends alone are off.
 */
export type WorkCalendar = {
  /** Days off that are not a weekend: holidays, Tết. */
  off: ReadonlySet<Day>
  /** Saturdays and Sundays worked in exchange. */
  worked: ReadonlySet<Day>
}

export const weekendsOnly: WorkCalendar = { off: new Set(), worked: new Set() }

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  if (calendar.worked.has(day)) return true
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !calendar.off.has(day)
}

/** Milliseconds of working days in [from, to); 0 where `to` is not after `from`. */
export function workingMsBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  let total = 0
  for (let day = dayOf(from); startOfDay(day) < to; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue
    const start = Math.max(startOfDay(day), from)
    const end = Math.min(startOfDay(addDays(day, 1)), to)
    total += Math.max(0, end - start)
  }
  return total
}

export const workingDaysBetween = (calendar: WorkCalendar, from: Instant, to: Instant): number =>
  workingMsBetween(calendar, from, to) / dayMs

/** The earliest instant that lies `days` working days (may be a fraction) after `from`. */
export function addWorkingDays(calendar: WorkCalendar, from: Instant, days: number): Instant {
  let left = days * dayMs
  let at: number = from
  if (left <= 0) return from
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    const end = startOfDay(addDays(day, 1))
    if (isWorkingDay(calendar, day)) {
      const room = end - at
      if (room >= left) return instant(at + left)
      left -= room
    }
    at = end
  }
}
