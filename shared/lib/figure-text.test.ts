import { expect, test } from 'vitest'
import { countText, percentText } from './figure-text.ts'

test('[T2] a rate has two digits behind the comma, whatever they are', () => {
  expect([0.9863, 0.4, 1, 0, -0.125].map((part) => percentText(part))).toEqual([
    '98,63%',
    '40,00%',
    '100,00%',
    '0,00%',
    '-12,50%',
  ])
  expect(percentText(0.4, 'en')).toBe('40.00%')
})

test('a count has its thousands parted, and a tenth only where there is one', () => {
  expect([6183, 28_161, 2.44, 3].map((value) => countText(value))).toEqual(['6.183', '28.161', '2,4', '3'])
  expect(countText(6183.5, 'en')).toBe('6,183.5')
})
