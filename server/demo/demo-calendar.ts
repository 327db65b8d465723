import { addWorkingDays, isWorkingDay, weekendsOnly } from '../../shared/domain/working-day.ts'
import {
  addDays,
  civil,
  type Day,
  dayOf,
  hourMs,
  type Instant,
  instant,
  minuteMs,
  startOfDay,
} from '../../shared/lib/time.ts'

/**
 * Hours of the demonstration, told from the day on which it is loaded: working day 0 is that day, or the last working day
 * before it; -1 the one before. So ballots keep their distance to "now" whenever somebody tries them.
 */
export type DemoHour = readonly [workingDay: number, hour: `${number}:${number}`]

export type DemoCalendar = {
  now: Instant
  at(hour: DemoHour): Instant
  /** About five working hours from now, on the hour, and never at night. */
  soon: Instant
  /** Half an hour to an hour from now, on the half hour: a meeting whose members are coming in. */
  nearby: Instant
}

export function createDemoCalendar(now: Instant): DemoCalendar {
  const at = ([offset, hour]: DemoHour): Instant => {
    const [hours, minutes] = hour.split(':').map(Number)
    return instant(
      startOfDay(workingDay(dayOf(now), offset)) + (hours ?? 0) * hourMs + (minutes ?? 0) * minuteMs,
    )
  }
  return { now, at, soon: soonAfter(now), nearby: nearbyAfter(now) }
}

function workingDay(today: Day, offset: number): Day {
  let day = today
  while (!isWorkingDay(weekendsOnly, day)) day = addDays(day, -1)
  for (let left = Math.abs(offset); left > 0; ) {
    day = addDays(day, Math.sign(offset))
    if (isWorkingDay(weekendsOnly, day)) left -= 1
  }
  return day
}

function nearbyAfter(now: Instant): Instant {
  const half = 30 * minuteMs
  return instant(Math.ceil((now + half) / half) * half)
}

function soonAfter(now: Instant): Instant {
  const onTheHour = instant(Math.ceil(addWorkingDays(weekendsOnly, now, 5 / 24) / hourMs) * hourMs)
  const { hour } = civil(onTheHour)
  if (hour >= 8 && hour <= 21) return onTheHour
  let day = hour < 8 ? dayOf(onTheHour) : addDays(dayOf(onTheHour), 1)
  while (!isWorkingDay(weekendsOnly, day)) day = addDays(day, 1)
  return instant(startOfDay(day) + 8 * hourMs)
}

/** Nobody is shown to work at night: an hour between ten and seven becomes the evening before, still after `notBefore`. */
export function byDaylight(at: Instant, notBefore: Instant): Instant {
  const { hour, minute } = civil(at)
  if (hour >= 7 && hour < 22) return at
  const midnight = startOfDay(dayOf(at))
  const evening = hour >= 22 ? midnight + 21 * hourMs : midnight - 3 * hourMs
  return instant(Math.max(notBefore + minuteMs, evening + minute * minuteMs))
}
