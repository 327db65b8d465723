import { describe, expect, test } from 'vitest'
import { addDays } from '../lib/time.ts'
import { holdsOn, memberSince, membersOn, primeMinisterOn } from './people.ts'
import { settingsOn } from './settings.ts'
import { cabinetOf, day, person, post, someone } from './testing/cabinet.ts'

const monday = day('2026-03-02')

describe('an appointment', () => {
  test('[G1] holds from its first day to its last, both included, and without end', () => {
    const term = post('minister', { from: monday, to: addDays(monday, 2) })
    expect([-1, 0, 2, 3].map((count) => holdsOn(term, addDays(monday, count)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(holdsOn(post('minister', { from: monday }), day('2099-12-31'))).toBe(true)
  })

  test('[G1] may be for a single day, the leap day too', () => {
    const leap = day('2028-02-29')
    const term = post('minister', { from: leap, to: leap })
    expect([addDays(leap, -1), leap, addDays(leap, 1)].map((one) => holdsOn(term, one))).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('the Government of a day', () => {
  test('[G1] is who holds a member’s post on it, in the order of their ids', () => {
    const people = [...cabinetOf(3), someone('a-former', post('minister', { to: addDays(monday, -1) }))]
    expect(membersOn(people, monday).map(({ id }) => id)).toEqual(['m2', 'm3', 'pm'].map(person))
    expect(membersOn(people, addDays(monday, -1)).length).toBe(4)
  })

  test('[G1] counts who holds two posts once', () => {
    const two = someone('m', post('minister'), post('deputy-prime-minister'), post('admin'))
    expect(membersOn([two], monday)).toEqual([two])
  })

  test('[G2] may be without a Prime Minister', () => {
    const gone = someone('pm', post('prime-minister', { to: addDays(monday, -1) }), post('minister'))
    expect(primeMinisterOn([gone], monday)).toBeUndefined()
    expect(primeMinisterOn([gone], addDays(monday, -1))).toBe(gone)
  })

  test('[G1] knows since when somebody has been in it without a break', () => {
    const moved = someone(
      'm',
      post('minister', { from: day('2021-04-08'), to: addDays(monday, -1) }),
      post('deputy-prime-minister', { from: monday }),
    )
    expect(memberSince(moved, addDays(monday, 1))).toBe(day('2021-04-08'))
    const returned = someone(
      'm',
      post('minister', { to: addDays(monday, -2) }),
      post('minister', { from: monday }),
    )
    expect(memberSince(returned, monday)).toBe(monday)
    expect(memberSince(returned, addDays(monday, -1))).toBeUndefined()
  })
})

describe('settings', () => {
  test('[G2] hold from their day on, the latest day winning whatever the order in which they were written', () => {
    const change = (from: string, windowMinDays: number) => ({ from: day(from), values: { windowMinDays } })
    const history = { kind: 'settings' as const, changes: [change('2026-03-01', 3), change('2025-01-01', 1)] }
    const minimum = (on: string) => settingsOn(history, day(on)).windowMinDays
    expect(['2024-12-31', '2025-01-01', '2026-02-28', '2026-03-01'].map(minimum)).toEqual([2, 1, 1, 3])
    expect(settingsOn(undefined, monday).windowMinDays).toBe(2)
  })
})
