import type { TFunction } from 'i18next'
import { dayOf, formatDay, formatHour, type Instant } from '../../../shared/lib/time.ts'
import { dateAndHour } from '../../ui/date-text.tsx'

/** "08:00 đến 11:30", with both days where it ends on another. */
const spanWords = (t: TFunction, from: Instant, to: Instant): string =>
  dayOf(from) === dayOf(to)
    ? t('meeting.until', { from: formatHour(from), to: formatHour(to) })
    : t('meeting.until', { from: dateAndHour(from), to: dateAndHour(to) })

/** The same with its day: "25/11/2026, 08:00 đến 11:30". */
export const daySpanWords = (t: TFunction, from: Instant, to: Instant): string =>
  dayOf(from) === dayOf(to) ? `${formatDay(dayOf(from))}, ${spanWords(t, from, to)}` : spanWords(t, from, to)

/** The hour at which it ends, with its day where that is another. */
export const endWords = (from: Instant, to: Instant): string =>
  dayOf(from) === dayOf(to) ? formatHour(to) : dateAndHour(to)
