import type { TFunction } from 'i18next'
import { dayOf, formatDay, formatHour, type Instant } from '../../shared/lib/time.ts'

/** The hour alone for today, with its day otherwise: "10:32", "10:32 ngày 20/11/2026". */
export function hourWords(t: TFunction, at: Instant, now: Instant): string {
  const hour = formatHour(at)
  return dayOf(at) === dayOf(now) ? hour : t('program.status.on', { hour, day: formatDay(dayOf(at)) })
}
