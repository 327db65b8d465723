import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayMs, dayOf, hourMs, type Instant, instant, startOfDay } from '../lib/time.ts'
import { at, day } from './testing/cabinet.ts'
import {
  addWorkingDays,
  isWorkingDay,
  type WorkCalendar,
  weekendsOnly,
  workingDaysBetween,
  workingMsBetween,
} from './working-day.ts'

const holidays: WorkCalendar = {
  // 30/4 and 1/5 of 2026 fall on Thursday and Friday; Monday 4/5 was off in exchange for Saturday 9/5.
  off: new Set(['2026-04-30', '2026-05-01', '2026-05-04'].map(day)),
  worked: new Set([day('2026-05-09')]),
}

describe('a working day', () => {
  test('[G4] is from Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, i) =>
      isWorkingDay(weekendsOnly, addDays(day('2026-03-02'), i)),
    )
    expect(week).toEqual([true, true, true, true, true, false, false])
  })

  test('[G4] gives way to holidays, and a weekend to work in exchange', () => {
    const days = ['2026-04-29', '2026-04-30', '2026-05-04', '2026-05-05', '2026-05-09', '2026-05-10']
    expect(days.map((one) => isWorkingDay(holidays, day(one)))).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
    ])
  })

  test('[G4] is worked in exchange even where a list says off: what is named last by the Office is work', () => {
    const both = { off: new Set([day('2026-05-09')]), worked: new Set([day('2026-05-09')]) }
    expect(isWorkingDay(both, day('2026-05-09'))).toBe(true)
  })
})

describe('two working days', () => {
  test.each([
    ['Monday 08:00 to Wednesday 08:00', at('2026-03-02', 8), at('2026-03-04', 8)],
    ['Friday 16:00 to Tuesday 16:00', at('2026-03-06', 16), at('2026-03-10', 16)],
    ['Saturday noon to the end of Tuesday', at('2026-03-07', 12), at('2026-03-11')],
    ['Monday 00:00 to Wednesday 00:00', at('2026-03-02'), at('2026-03-04')],
    ['Thursday 00:00 to the end of Friday', at('2026-03-05'), at('2026-03-07')],
    ['over New Year', at('2026-12-31', 17), at('2027-01-04', 17)],
  ])('[G4] from %s', (_, from, to) => {
    expect(addWorkingDays(weekendsOnly, from, 2)).toBe(to)
  })

  test('[G4] over a holiday, a bridge and a Saturday worked in exchange', () => {
    expect(addWorkingDays(holidays, at('2026-04-29', 17), 2)).toBe(at('2026-05-06', 17))
    expect(addWorkingDays(holidays, at('2026-05-08', 17), 2)).toBe(at('2026-05-11', 17))
  })

  test('[G4] of which none are left on a weekend day, and a part on a working one', () => {
    expect(workingDaysBetween(weekendsOnly, at('2026-03-07'), at('2026-03-09'))).toBe(0)
    expect(workingDaysBetween(weekendsOnly, at('2026-03-06', 12), at('2026-03-09', 12))).toBe(1)
    expect(workingDaysBetween(weekendsOnly, at('2026-03-09', 12), at('2026-03-06', 12))).toBe(0)
  })
})

const start = at('2026-01-01')
const instantArb = fc.nat({ max: 400 * dayMs }).map((ms) => instant(start + ms))
const calendarArb: fc.Arbitrary<WorkCalendar> = fc
  .record({
    off: fc.array(fc.nat({ max: 450 }), { maxLength: 40 }),
    worked: fc.array(fc.nat({ max: 450 }), { maxLength: 10 }),
  })
  .map(({ off, worked }) => {
    const daysOf = (list: number[]): Set<Day> => new Set(list.map((n) => addDays(dayOf(start), n)))
    return { off: daysOf(off), worked: daysOf(worked) }
  })
const hoursArb = fc.integer({ min: 0, max: 240 })

describe('working time of any calendar', () => {
  test('[G4] added and measured again is the same, and no earlier instant has as much', () => {
    fc.assert(
      fc.property(calendarArb, instantArb, hoursArb, (calendar, from, hours) => {
        const end = addWorkingDays(calendar, from, hours / 24)
        expect(workingMsBetween(calendar, from, end)).toBe(hours * hourMs)
        if (end > from)
          expect(workingMsBetween(calendar, from, instant(end - 1))).toBeLessThan(hours * hourMs)
      }),
    )
  })

  test('[G4] adds up over any instant between', () => {
    fc.assert(
      fc.property(calendarArb, fc.tuple(instantArb, instantArb, instantArb), (calendar, three) => {
        const [a, b, c] = [...three].sort((x, y) => x - y) as [Instant, Instant, Instant]
        const between = (x: Instant, y: Instant) => workingMsBetween(calendar, x, y)
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
      }),
    )
  })

  test('[G4] is none on days off, and never more than the time that passes', () => {
    fc.assert(
      fc.property(calendarArb, instantArb, (calendar, from) => {
        const today = dayOf(from)
        const whole = workingMsBetween(calendar, startOfDay(today), startOfDay(addDays(today, 1)))
        expect(whole).toBe(isWorkingDay(calendar, today) ? dayMs : 0)
      }),
    )
  })

  test('[B3] no working days after an instant is the instant itself, on a Saturday too', () => {
    expect(addWorkingDays(weekendsOnly, at('2026-03-07', 10), 0)).toBe(at('2026-03-07', 10))
  })
})
