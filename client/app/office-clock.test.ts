import { expect, test } from 'vitest'
import { dayMs, instant, minuteMs } from '../../shared/lib/time.ts'
import { createOfficeClock } from './office-clock.ts'

test.each([
  ['ahead', dayMs],
  ['behind', -dayMs],
])('[O8] a clock a day %s is put right by what the server says, and goes on by itself', (_, offMs) => {
  let now = 1_000 * dayMs
  const clock = createOfficeClock({ now: () => instant(now + offMs) })
  expect(clock.now()).toBe(now + offMs)
  clock.heard(instant(now))
  expect(clock.now()).toBe(now)
  now += minuteMs
  expect(clock.now()).toBe(now)
  // A second of the way does not move it.
  clock.heard(instant(now - 900))
  expect(clock.now()).toBe(now)
})

test('[O8] a clock that is right within seconds is left alone, and one that was set right meanwhile too', () => {
  const now = 1_000 * dayMs
  let own = now
  const clock = createOfficeClock({ now: () => instant(own) })
  clock.heard(instant(now + 1_500))
  expect(clock.now()).toBe(now)
  own = now - dayMs
  clock.heard(instant(now))
  own = now
  clock.heard(instant(now))
  expect(clock.now()).toBe(now)
})
