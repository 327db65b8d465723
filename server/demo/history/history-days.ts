import { isWorkingDay, type WorkCalendar, weekendsOnly } from '../../../shared/domain/working-day.ts'
import {
  addDays,
  type Day,
  hourMs,
  type Instant,
  instant,
  minuteMs,
  parseDay,
  startOfDay,
} from '../../../shared/lib/time.ts'

/** The days of the official figures, and the holidays on which nothing was sent out or due. */

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`no day: ${text}`)
  return parsed
}

export const firstDay = day('2019-06-24')
export const lastDay = day('2020-02-09')
/** In post all the time, as far as this story goes. */
export const inPostSince = day('2019-01-01')

/** National day, New Year, Tết. */
const holidays = [
  '2019-09-02',
  '2020-01-01',
  ...['23', '24', '27', '28', '29'].map((d) => `2020-01-${d}`),
].map(day)

const withHolidays: WorkCalendar = { off: new Set(holidays), worked: new Set() }

const daysOf = (calendar: WorkCalendar): Day[] => {
  const days: Day[] = []
  for (let one = firstDay; one <= lastDay; one = addDays(one, 1))
    if (isWorkingDay(calendar, one)) days.push(one)
  return days
}

/** On which the Office worked, in order. */
export const workedDays: readonly Day[] = daysOf(withHolidays)

/** Place of a day among the weekdays before the last one, as hours of a demonstration are told (demo-calendar.ts). */
const weekdays = daysOf(weekendsOnly)
export const offsetOf = (one: Day): number => weekdays.indexOf(one) - (weekdays.length - 1)

export const dayAt = (place: number): Day => {
  const found = workedDays[place]
  if (found === undefined) throw new Error(`no working day ${place} in the story`)
  return found
}

export const hourOf = (one: Day, hours: number, minutes = 0): Instant =>
  instant(startOfDay(one) + hours * hourMs + minutes * minuteMs)

/** After the last deed of the story. */
export const storyEnd: Instant = hourOf(lastDay, 20)
