import { expect, test } from 'vitest'
import { hashOf } from '../../shared/domain/testing/cabinet.ts'
import { changedPages } from './changed-pages.ts'

const [was, is] = [hashOf('was'), hashOf('is')]
const between = (before: (string | null)[] | null, after: (string | null)[] | null) =>
  changedPages({ text: async (hash) => (hash === was ? before : after) }, was, is)

const page = (no: number) => `Điều ${no}\nKhoản thứ nhất của Điều ${no}\nKhoản thứ hai của Điều ${no}`

test('[M1] pages that changed since one read are told as ranges, and how many are gone', async () => {
  const before = [1, 2, 3, 4, 5, 6].map(page)
  const after = [
    page(1),
    `${page(2)}\nThêm khoản ba`,
    `${page(3)}\nThêm khoản bốn`,
    page(4),
    `${page(5)}\nSửa`,
  ]
  expect(await between(before, after)).toEqual({
    pages: [
      [2, 3],
      [5, 5],
    ],
    removed: 1,
    unread: 0,
  })
})

test('[M1] of scans nothing is claimed, and of texts that are not here nothing is said', async () => {
  expect(await between([page(1), null], [page(1), null])).toEqual({ pages: [], removed: 0, unread: 1 })
  expect(await between(null, [page(1)])).toBeNull()
})
