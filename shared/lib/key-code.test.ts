import { expect, test } from 'vitest'
import { base64 } from './base64.ts'
import { keyCode } from './key-code.ts'

const keyOf = (fill: number) => base64(new Uint8Array(65).fill(fill))

test('[O3] a key code is four groups of four signs that cannot be mistaken, the same each time and another for another key', () => {
  expect(keyCode(keyOf(4))).toMatch(/^[A-HJ-NP-Z2-9]{4}( [A-HJ-NP-Z2-9]{4}){3}$/)
  expect(keyCode(keyOf(4))).toBe(keyCode(keyOf(4)))
  expect(keyCode(keyOf(4))).not.toBe(keyCode(keyOf(5)))
})
