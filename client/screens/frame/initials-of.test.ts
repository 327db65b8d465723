import { expect, it } from 'vitest'
import { initialsOf } from './initials-of.ts'

it.each([
  ['Nguyễn Thị Ánh', 'NÁ'],
  ['đặng  văn đức ', 'ĐĐ'],
  ['Văn', 'V'],
  ['', ''],
])('[O6] %j is shown as %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
