import type { TFunction } from 'i18next'
import { dayMs, hourMs, type Instant, minuteMs } from '../../shared/lib/time.ts'

/**
 * The time until an hour in words: "2 ngày làm việc và 5 giờ", or the real time where less than one working day lies
 * between, as on days off (G4).
 */
export function workingTimeWords(t: TFunction, now: Instant, at: Instant, workingMs: number): string {
  const days = Math.floor(workingMs / dayMs)
  const hours = Math.floor((workingMs % dayMs) / hourMs)
  if (days > 0) return hours > 0 ? t('desk.daysHours', { days, hours }) : t('desk.days', { count: days })
  const realMs = Math.max(0, at - now)
  return realMs >= hourMs
    ? t('desk.hours', { count: Math.floor(realMs / hourMs) })
    : t('desk.minutes', { count: Math.floor(realMs / minuteMs) })
}
