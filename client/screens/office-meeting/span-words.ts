import type { TFunction } from 'i18next'
import { civil, dayOf, formatDay, formatHour, type Instant } from '../../../shared/lib/time.ts'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** Hours of a meeting in Viet Nam: the weekday and 08:00 to 11:30 of one day, or both days. */
export function spanWords(t: TFunction, from: Instant, to: Instant): string {
  const [day, last] = [dayOf(from), dayOf(to)]
  const weekday = t(`interface.weekday.${weekdays[civil(from).weekday] ?? 'sunday'}`)
  if (day === last) return `${weekday}, ${formatDay(day)}, ${formatHour(from)}–${formatHour(to)}`
  return `${weekday}, ${formatDay(day)} ${formatHour(from)} – ${formatDay(last)} ${formatHour(to)}`
}
