import { dayOf, formatDay, formatHour, type Instant } from '../../../shared/lib/time.ts'

/** Hours of a meeting in Viet Nam: 08:00 to 11:30 on one day, or with both days. */
export function spanWords(from: Instant, to: Instant): string {
  const [day, last] = [dayOf(from), dayOf(to)]
  if (day === last) return `${formatHour(from)}–${formatHour(to)} ${formatDay(day)}`
  return `${formatHour(from)} ${formatDay(day)} – ${formatHour(to)} ${formatDay(last)}`
}
