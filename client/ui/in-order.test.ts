import { expect, it } from 'vitest'
import { inOrder } from './in-order.ts'

const names = ['Đặng Văn An', 'Dương Thị Bình', 'Ân', 'An', 'Bùi', 'Ý']

it('[B14] names stand as in a Vietnamese dictionary: đ after d, â after a', () => {
  expect(inOrder(names, (name) => name, false)).toEqual([
    'An',
    'Ân',
    'Bùi',
    'Dương Thị Bình',
    'Đặng Văn An',
    'Ý',
  ])
})

it('[B1] numbers within text are ordered as numbers', () => {
  expect(inOrder(['Vấn đề 10', 'Vấn đề 2'], (text) => text, false)).toEqual(['Vấn đề 2', 'Vấn đề 10'])
})

it('[B14] equal rows keep their places, both ways, and the list given is left alone', () => {
  const rows = [
    { id: 1, count: 2 },
    { id: 2, count: 2 },
    { id: 3, count: 1 },
  ]
  expect(inOrder(rows, (row) => row.count, false).map(({ id }) => id)).toEqual([3, 1, 2])
  expect(inOrder(rows, (row) => row.count, true).map(({ id }) => id)).toEqual([1, 2, 3])
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3])
})
