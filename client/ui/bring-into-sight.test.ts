import { expect, it } from 'vitest'
import { bringIntoSight } from './bring-into-sight.ts'

const box = (top: number, height: number) => ({
  getBoundingClientRect: () => ({ top, height, bottom: top + height }),
})
const listAt = (scrollTop: number) => ({ ...box(100, 600), scrollTop })

it('[M5] an entry that is in sight leaves its list where it is', () => {
  const list = listAt(40)
  for (const top of [100, 300, 640]) bringIntoSight(list, box(top, 60))
  expect(list.scrollTop).toBe(40)
})

it('[M5] an entry below or above comes to the middle of its list', () => {
  const list = listAt(0)
  bringIntoSight(list, box(2500, 60))
  expect(list.scrollTop).toBe(2130)
  bringIntoSight(list, box(-900, 60))
  expect(list.scrollTop).toBe(2130 - 1270)
})

it('[M5] one that is cut off at an edge is shown whole, and one longer than its list from its beginning', () => {
  const cut = listAt(0)
  bringIntoSight(cut, box(680, 60))
  expect(cut.scrollTop).toBe(310)
  const long = listAt(0)
  bringIntoSight(long, box(900, 2000))
  expect(long.scrollTop).toBe(800)
})
