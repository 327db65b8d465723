import { type Day, dayOf, formatDay, formatHour, type Instant } from '../../../shared/lib/time.ts'

type Span = { from: Instant; to: Instant | null }

/** "từ 08:10 đến 08:45"; with its day where it is another than the one given. */
export function spanText({ from, to }: Span, day: Day): string {
  const hour = (at: Instant): string =>
    dayOf(at) === day ? formatHour(at) : `${formatHour(at)} ngày ${formatDay(dayOf(at))}`
  return to === null ? `từ ${hour(from)}` : `từ ${hour(from)} đến ${hour(to)}`
}
