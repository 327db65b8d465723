import { describe, expect, it } from 'vitest'
import { secondMs } from '../../../shared/lib/time.ts'
import { pageAfter } from './page-after.ts'

describe('names that one picture of the hall does not hold', () => {
  it('[M6] take turns, and begin again', () => {
    const shown = [0, 9, 10, 19, 20, 29, 30].map((seconds) => pageAfter(seconds * secondMs, 3))
    expect(shown).toEqual([0, 0, 1, 1, 2, 2, 0])
  })

  it('[M6] are all there from the first moment where they fit, and when the clock was put back', () => {
    expect([0, 99, 12_345].map((seconds) => pageAfter(seconds * secondMs, 1))).toEqual([0, 0, 0])
    expect(pageAfter(-5 * secondMs, 2)).toBe(0)
  })
})
