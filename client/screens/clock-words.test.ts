import { expect, it } from 'vitest'
import { clockWords, minutesOf } from './clock-words.ts'

it.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [245_000, '4:05'],
  [4_350_000, '1:12:30'],
  [-5000, '0:00'],
])('[M5] %i ms used are %s', (ms, words) => {
  expect(clockWords(ms)).toBe(words)
})

it('[M6] what is left of a vote reads 0:00 only when it is over', () => {
  expect(clockWords(1, 'up')).toBe('0:01')
  expect(clockWords(0, 'up')).toBe('0:00')
})

it('[M5] minutes are counted whole', () => {
  expect(minutesOf(119_999)).toBe(1)
})
