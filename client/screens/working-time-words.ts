import type { TFunction } from 'i18next'
import { dayMs, hourMs, type Instant, minuteMs } from '../../shared/lib/time.ts'

/**
 * The time until an hour in words: "2 ngày làm việc", "hơn 2 ngày làm việc", or the real time where less than one working
 * day lies between, as on days off (G4). No hours beside the days: a working day counts for its 24 hours, and people read 8.
 */
export function workingTimeWords(t: TFunction, now: Instant, at: Instant, workingMs: number): string {
  const days = Math.floor(workingMs / dayMs)
  if (days > 0) return t(workingMs % dayMs < minuteMs ? 'desk.days' : 'desk.moreThanDays', { count: days })
  const realMs = Math.max(0, at - now)
  return realMs >= hourMs
    ? t('desk.hours', { count: Math.floor(realMs / hourMs) })
    : t('desk.minutes', { count: Math.floor(realMs / minuteMs) })
}
