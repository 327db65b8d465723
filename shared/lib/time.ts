import type { Brand } from './brand.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>

/** A civil day in Viet Nam, `yyyy-MM-dd`. */
export type Day = Brand<string, 'Day'>

export const instant = (ms: number): Instant => ms as Instant

export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975-06-13, so no time zone data is asked of any machine (G4). */
const zoneMs = 7 * hourMs

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** Civil parts in Viet Nam; `weekday` 0 is Sunday. */
export function civil(at: Instant) {
  const local = new Date(at + zoneMs)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay(),
  }
}

export function dayOf(at: Instant): Day {
  const { year, month, day } = civil(at)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as Day
}

/** @returns the day, or null where the text is not a day of the calendar. */
export function parseDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return null
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return new Date(at).toISOString().slice(0, 10) === text ? (text as Day) : null
}

/** The instant at which a civil day begins in Viet Nam. */
export const startOfDay = (day: Day): Instant => instant(Date.parse(`${day}T00:00:00Z`) - zoneMs)

export const addDays = (day: Day, count: number): Day => dayOf(instant(startOfDay(day) + count * dayMs))

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((startOfDay(to) - startOfDay(from)) / dayMs)

export const weekdayOf = (day: Day): number => civil(startOfDay(day)).weekday

export const yearOf = (at: Instant): number => civil(at).year

/** The first day of a day's month. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01` as Day

export const lastOfMonth = (day: Day): Day => addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1)

export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** dd/MM/yyyy */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** HH:mm */
export function formatHour(at: Instant): string {
  const { hour, minute } = civil(at)
  return `${pad(hour)}:${pad(minute)}`
}

/** dd/MM/yyyy HH:mm */
export const formatInstant = (at: Instant): string => `${formatDay(dayOf(at))} ${formatHour(at)}`
