import { expect, it } from 'vitest'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { at, day } from '../../shared/domain/testing/cabinet.ts'
import { weekendsOnly } from '../../shared/domain/working-day.ts'
import { dayMs } from '../../shared/lib/time.ts'
import { amendWindow, deadlineFit, instantOf, issueWindow, proposedDeadline } from './deadline-window.ts'

const thursday = '2026-03-05'
const now = at(thursday, 10)
const window = issueWindow(defaultSettings)

it.each([
  ['2026-03-05', 9, 'passed'],
  ['2026-03-06', 17, 'too-soon'],
  ['2026-03-09', 9, 'too-soon'],
  ['2026-03-09', 10, 'inside'],
  ['2026-03-12', 10, 'inside'],
  ['2026-03-12', 11, 'too-far'],
] as const)('[B3] from Thursday 10:00 a deadline on %s at %i:00 is %s', (text, hour, kind) => {
  expect(deadlineFit(at(text, hour), now, window, weekendsOnly).kind).toBe(kind)
})

it('[B3] a fitting deadline tells the working time left and the bounds', () => {
  expect(deadlineFit(at('2026-03-10', 10), now, window, weekendsOnly)).toEqual({
    kind: 'inside',
    workingMs: 3 * dayMs,
    earliestAt: at('2026-03-09', 10),
    latestAt: at('2026-03-12', 10),
  })
})

it('[B5] an amendment knows a least and no most', () => {
  const amend = amendWindow(defaultSettings)
  expect(deadlineFit(at('2026-03-06', 17), now, amend, weekendsOnly).kind).toBe('too-soon')
  expect(deadlineFit(at('2026-05-29', 17), now, amend, weekendsOnly).kind).toBe('inside')
})

it.each([
  ['2026-03-05', 10, '2026-03-09'],
  ['2026-03-05', 18, '2026-03-10'],
  ['2026-03-07', 3, '2026-03-11'],
])('[G4] proposed on %s at %i:00: 17:00 on %s, which is inside the window', (text, hour, expected) => {
  const proposed = proposedDeadline(at(text, hour), window, weekendsOnly)
  expect(proposed).toBe(at(expected, 17))
  expect(deadlineFit(proposed, at(text, hour), window, weekendsOnly).kind).toBe('inside')
})

it.each([
  ['17:30', at(thursday, 17.5)],
  ['00:00', at(thursday)],
  ['24:00', null],
  ['9:00', null],
  ['', null],
])('[G4] the hour "%s" in Viet Nam', (hour, expected) => {
  expect(instantOf(day(thursday), hour)).toBe(expected)
})
