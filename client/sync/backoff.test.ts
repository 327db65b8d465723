import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoffMs, uint32 } from './backoff.ts'
import { createSeededRandom } from './testing/seeded-random.ts'

const schedule = { firstMs: 1000, longestMs: 30_000 }
const lowest = (length: number) => new Uint8Array(length)
const highest = (length: number) => new Uint8Array(length).fill(255)

it.each([
  [1, 500, 1000],
  [2, 1000, 2000],
  [5, 8000, 16_000],
  [6, 15_000, 30_000],
  [1_000_000, 15_000, 30_000],
])('[O2] after %i failures it waits between %i and %i ms', (failures, least, most) => {
  expect(backoffMs(failures, schedule, lowest)).toBe(least)
  expect(backoffMs(failures, schedule, highest)).toBe(most)
})

it('[O2] tablets that fail together do not come back together', () => {
  const waits = Array.from({ length: 27 }, (_, seed) => backoffMs(4, schedule, createSeededRandom(seed)))
  expect(new Set(waits).size).toBeGreaterThan(20)
})

it('[O2] dice of four bytes are read as one number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
      const bytes = new Uint8Array(4)
      new DataView(bytes.buffer).setUint32(0, value)
      expect(uint32(() => bytes)).toBe(value)
    }),
  )
})
