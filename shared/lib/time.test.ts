import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  civil,
  type Day,
  dayMs,
  dayOf,
  formatDay,
  formatInstant,
  hourMs,
  instant,
  parseDay,
  startOfDay,
  weekdayOf,
  yearOf,
} from './time.ts'

const must = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const utc = (text: string) => instant(Date.parse(text))

describe('a day', () => {
  test.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31', '1975-06-13', '9999-12-31'])(
    '[O6] %s is one',
    (text) => {
      expect(parseDay(text)).toBe(text)
    },
  )

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '02026-01-01',
    '-2026-01-01',
    '0000-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '2026/01/01',
    '',
  ])('[O6] %j is none', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  test('[G4] begins at midnight in Viet Nam, whatever the machine’s own zone', () => {
    expect(startOfDay(must('2026-03-02'))).toBe(utc('2026-03-01T17:00:00Z'))
    expect(dayOf(utc('2026-03-01T16:59:59.999Z'))).toBe('2026-03-01')
    expect(dayOf(utc('2026-03-01T17:00:00Z'))).toBe('2026-03-02')
  })

  test('[G4] knows its weekday, and the next over month, leap day and year', () => {
    expect([weekdayOf(must('2026-03-01')), weekdayOf(must('2026-03-02'))]).toEqual([0, 1])
    const next = (text: string, count = 1) => addDays(must(text), count)
    expect([next('2026-02-28'), next('2028-02-28'), next('2028-02-29'), next('2026-12-31')]).toEqual([
      '2026-03-01',
      '2028-02-29',
      '2028-03-01',
      '2027-01-01',
    ])
    expect([next('2028-03-01', -1), next('2026-01-01', -1), next('2028-02-29', 366)]).toEqual([
      '2028-02-29',
      '2025-12-31',
      '2029-03-01',
    ])
  })

  test('[G4] of any instant holds that instant and parses again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_258_118_400_000 }), (ms) => {
        const day = dayOf(instant(ms))
        expect(parseDay(day)).toBe(day)
        expect(startOfDay(day)).toBeLessThanOrEqual(ms)
        expect(startOfDay(addDays(day, 1))).toBeGreaterThan(ms)
        expect(startOfDay(addDays(day, 1)) - startOfDay(day)).toBe(dayMs)
      }),
    )
  })

  test('[G4] compares as text as it does in time', () => {
    const dayArb = fc.integer({ min: 0, max: 7_258_118_400_000 }).map((ms) => dayOf(instant(ms)))
    fc.assert(
      fc.property(dayArb, dayArb, (a, b) => {
        expect(a < b).toBe(startOfDay(a) < startOfDay(b))
      }),
    )
  })
})

describe('an hour', () => {
  test('[B1][G4] before midnight in Viet Nam at New Year is of the old year', () => {
    const newYear = utc('2026-12-31T17:00:00Z')
    expect([yearOf(instant(newYear - 1)), yearOf(newYear)]).toEqual([2026, 2027])
  })

  test('[G4] is shown as hour, day, month, year', () => {
    expect(formatInstant(utc('2026-03-02T10:05:59.999Z'))).toBe('02/03/2026 17:05')
    expect(formatInstant(utc('2026-03-01T17:00:00Z'))).toBe('02/03/2026 00:00')
    expect(formatDay(must('2028-02-29'))).toBe('29/02/2028')
  })

  test('[G4] has its civil parts seven hours ahead of the world’s', () => {
    expect(civil(instant(0))).toEqual({
      year: 1970,
      month: 1,
      day: 1,
      hour: 7,
      minute: 0,
      second: 0,
      weekday: 4,
    })
    expect(civil(instant(17 * hourMs)).day).toBe(2)
  })
})
