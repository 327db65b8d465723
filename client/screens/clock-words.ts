import { hourMs, minuteMs, secondMs } from '../../shared/lib/time.ts'

const pad = (value: number) => String(value).padStart(2, '0')

/** A length of time as a clock shows it: "4:05", "1:12:30"; what is left is rounded up, so that 0:00 means over. */
export function clockWords(ms: number, rounding: 'down' | 'up' = 'down'): string {
  const all = Math.max(0, rounding === 'up' ? Math.ceil(ms / secondMs) : Math.floor(ms / secondMs))
  const hours = Math.floor((all * secondMs) / hourMs)
  const minutes = Math.floor((all * secondMs) / minuteMs) % 60
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(all % 60)}` : `${minutes}:${pad(all % 60)}`
}

/** Whole minutes that have begun and passed. */
export const minutesOf = (ms: number): number => Math.floor(ms / minuteMs)
