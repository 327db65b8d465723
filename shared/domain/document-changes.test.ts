import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonLines } from '../lib/line-difference.ts'
import { changesBetween, DocumentChanges } from './document-changes.ts'

const page = (no: number, ...lines: string[]) => [...lines, String(no)].join('\n')
const before = [
  page(1, 'Điều 1. Phạm vi', 'Nghị định này quy định về dữ liệu.'),
  page(2, 'Điều 2. Thời hạn', 'Trong 30 ngày.', 'Kể từ ngày nhận.'),
  page(3, 'Điều 3. Hiệu lực', 'Từ ngày ký.'),
]
const unread = { before: [], after: [] }

describe('[B5][A4] what a newer version changed', () => {
  test('is nothing where the words are the same, whatever became of spaces', () => {
    const same = before.map((text) => text.replaceAll(' ', '  '))
    expect(changesBetween(before, same)).toEqual({ v: 1, pages: [], removed: [], unread })
  })

  test('are the lines of the page, and no other page', () => {
    const after = before.with(1, page(2, 'Điều 2. Thời hạn', 'Trong 45 ngày.', 'Kể từ ngày nhận.'))
    expect(changesBetween(before, after)).toEqual({
      v: 1,
      pages: [{ page: 2, was: 2, added: ['Trong 45 ngày.'], removed: ['Trong 30 ngày.'] }],
      removed: [],
      unread,
    })
  })

  test('is one new page where one was put in, though all later ones have other numbers', () => {
    const after = [before[0] ?? '', page(2, 'Điều 1a. Giải thích'), ...before.slice(1)]
    expect(changesBetween(before, after).pages).toEqual([
      { page: 2, was: null, added: ['Điều 1a. Giải thích'], removed: [] },
    ])
    expect(changesBetween(after, before).removed).toEqual([{ page: 2, lines: ['Điều 1a. Giải thích'] }])
  })

  test('is nothing for what only moved to the next page', () => {
    const after = [
      page(1, 'Điều 1. Phạm vi'),
      page(2, 'Nghị định này quy định về dữ liệu.', 'Điều 2. Thời hạn', 'Trong 30 ngày.'),
      page(3, 'Kể từ ngày nhận.', 'Điều 3. Hiệu lực', 'Từ ngày ký.'),
    ]
    expect(changesBetween(before, after)).toEqual({ v: 1, pages: [], removed: [], unread })
  })

  test('is not said of scans', () => {
    expect(changesBetween([null, 'a'], ['a', null, null])).toEqual({
      v: 1,
      pages: [],
      removed: [],
      unread: { before: [1], after: [2, 3] },
    })
  })

  test('counts every line that is not common exactly once, for whatever pages', () => {
    const pages = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(pages, pages, (old, fresh) => {
        const texts = (of: string[][]) => of.map((lines) => lines.join('\n'))
        const changes = DocumentChanges.parse(changesBetween(texts(old), texts(fresh)))
        const common = commonLines(old.flat(), fresh.flat())
        const added = changes.pages.flatMap((change) => change.added)
        const removed = [
          ...changes.pages.flatMap((change) => change.removed),
          ...changes.removed.flatMap((one) => one.lines),
        ]
        expect([added.length, removed.length]).toEqual([
          fresh.flat().length - common.length,
          old.flat().length - common.length,
        ])
        const isAscending = common.every(
          ([i, j], k) => k === 0 || (i > (common[k - 1]?.[0] ?? 0) && j > (common[k - 1]?.[1] ?? 0)),
        )
        expect([isAscending, common.every(([i, j]) => old.flat()[i] === fresh.flat()[j])]).toEqual([
          true,
          true,
        ])
      }),
      { numRuns: 500 },
    )
  })

  test('is found in long documents at once', () => {
    const long = Array.from({ length: 2000 }, (_, i) =>
      Array.from({ length: 40 }, (_, k) => `Khoản ${i} điểm ${k}`).join('\n'),
    )
    const after = long.with(1000, 'Thay thế')
    expect(changesBetween(long, after).pages).toEqual([
      { page: 1001, was: null, added: ['Thay thế'], removed: [] },
    ])
  })
})
