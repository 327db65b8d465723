import { expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../../shared/lib/time.ts'
import { timeLeft } from './time-left.ts'

it.each([
  [3 * dayMs, { kind: 'working-days', count: 3 }],
  [2 * dayMs - 1, { kind: 'working-days', count: 1 }],
  [dayMs - 1, { kind: 'hours', count: 23 }],
  [hourMs, { kind: 'hours', count: 1 }],
  [hourMs - 1, { kind: 'minutes', count: 59 }],
  [minuteMs - 1, { kind: 'minutes', count: 0 }],
])('[G4] %d ms of working time left are shown as %o', (ms, left) => {
  expect(timeLeft(ms, false)).toEqual(left)
})

it('[G4] a deadline on a weekend is not passed while no working time is left', () => {
  expect(timeLeft(0, false)).toEqual({ kind: 'minutes', count: 0 })
  expect(timeLeft(0, true)).toEqual({ kind: 'passed' })
})
