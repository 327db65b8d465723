import type { TFunction } from 'i18next'
import { dayMs, hourMs, minuteMs } from '../../shared/lib/time.ts'

/** A span of working time in words, days and hours: "2 ngày làm việc và 5 giờ". */
export function workingTimeWords(t: TFunction, workingMs: number): string {
  const days = Math.floor(workingMs / dayMs)
  const hours = Math.floor((workingMs % dayMs) / hourMs)
  if (days > 0) return hours > 0 ? t('desk.daysHours', { days, hours }) : t('desk.days', { count: days })
  return hours > 0
    ? t('desk.hours', { count: hours })
    : t('desk.minutes', { count: Math.floor(workingMs / minuteMs) })
}
