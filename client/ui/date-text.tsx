import { civil, type Day, formatDay, formatInstant, type Instant } from '../../shared/lib/time.ts'
import { useWords } from './i18n.ts'

/** dd/MM/yyyy HH:mm in Viet Nam, whatever the clock of this device says (G4). */
export const dateAndHour: (at: Instant) => string = formatInstant

/** An instant as people write it; with `weekday`, the day's name before it. */
export function When({ at, weekday = false }: { at: Instant; weekday?: boolean }) {
  const { t } = useWords()
  return (
    <time dateTime={new Date(at).toISOString()}>
      {weekday && `${t(`interface.weekday.${weekdayKey(at)}`)}, `}
      {dateAndHour(at)}
    </time>
  )
}

/** A civil day as dd/MM/yyyy. */
export function DayText({ day }: { day: Day }) {
  return <time dateTime={day}>{formatDay(day)}</time>
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const weekdayKey = (at: Instant) => weekdays[civil(at).weekday] ?? 'sunday'
