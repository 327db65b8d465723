import type { TFunction } from 'i18next'

/** So many minutes as people say them: 3 hours 30 minutes. */
export function lengthWords(t: TFunction, minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t('agenda.minutes', { count: rest })
  return rest === 0 ? t('agenda.hours', { count: hours }) : t('agenda.hoursMinutes', { hours, minutes: rest })
}
