import { expect, it } from 'vitest'
import { weekendsOnly, workingMsBetween } from '../../shared/domain/working-day.ts'
import { hourMs, type Instant, instant } from '../../shared/lib/time.ts'
import { timeLeft } from './time-left.ts'

const at = (local: string): Instant => instant(Date.parse(`${local}:00+07:00`))
const left = (from: string, to: string) =>
  timeLeft(at(from), at(to), workingMsBetween(weekendsOnly, at(from), at(to)))

// 2026-11-22 is a Sunday.
it.each([
  ['2026-11-16T08:00', '2026-11-19T08:00', { kind: 'working-days', count: 3 }],
  ['2026-11-16T08:00', '2026-11-18T08:00', { kind: 'working-days', count: 2 }],
  ['2026-11-20T08:00', '2026-11-23T08:00', { kind: 'working-days', count: 1 }],
  ['2026-11-16T08:01', '2026-11-18T08:00', { kind: 'hours', count: 47, workingDays: 1 }],
  ['2026-11-16T09:00', '2026-11-17T08:00', { kind: 'hours', count: 23, workingDays: 0 }],
  ['2026-11-22T07:00', '2026-11-23T08:00', { kind: 'hours', count: 25, workingDays: 0 }],
  ['2026-11-20T20:00', '2026-11-23T08:00', { kind: 'hours', count: 60, workingDays: 0 }],
  ['2026-11-22T07:00', '2026-11-22T07:02', { kind: 'minutes', count: 2 }],
  ['2026-11-22T07:00', '2026-11-22T07:00', { kind: 'minutes', count: 0 }],
  ['2026-11-22T07:01', '2026-11-22T07:00', { kind: 'passed' }],
])('[G4] from %s until %s is shown as %o', (from, to, shown) => {
  expect(left(from, to)).toEqual(shown)
})

it('[G4] what is left is never rounded up', () => {
  const now = at('2026-11-22T07:00')
  expect(timeLeft(now, instant(now + hourMs - 1), 0)).toEqual({ kind: 'minutes', count: 59 })
})
