import { type Day, dayOf, formatDay, formatHour, type Instant } from '../../../shared/lib/time.ts'

type Span = { from: Instant; to: Instant | null }

/** With its day where it is another than the one given. */
export const hourText = (at: Instant, day: Day): string =>
  dayOf(at) === day ? formatHour(at) : `${formatHour(at)} ngày ${formatDay(dayOf(at))}`

/** "từ 08:10 đến 08:45". */
export const spanText = ({ from, to }: Span, day: Day): string =>
  to === null ? `từ ${hourText(from, day)}` : `từ ${hourText(from, day)} đến ${hourText(to, day)}`
