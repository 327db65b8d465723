import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry, Quad, Quote } from './annotation.ts'
import { anchorAnnotations } from './annotation-anchor.ts'
import type { TextRun } from './page-text.ts'

type Page = TextRun[]

/** A page of lines as a page draws them: 12 points high, letters 6 wide, from the top. */
const pageOf = (lines: readonly string[], top = 760): Page =>
  lines.map((text, i) => ({ text, box: [60, top - 20 * i, 60 + 6 * text.length, top - 20 * i + 12] }))

const over = (left = 0): Geometry => ({
  kind: 'highlight',
  quads: [[left, 1, left + 1, 1, left, 0, left + 1, 0]],
})
const quoteOf = (lines: readonly string[], exact: string): Quote => {
  const text = lines.join(' ')
  const at = text.indexOf(exact)
  if (at < 0) throw new Error(exact)
  return {
    before: text.slice(Math.max(0, at - 32), at),
    exact,
    after: text.slice(at + exact.length, at + exact.length + 32),
  }
}

const articles = [
  ['Điều 1. Phạm vi điều chỉnh', 'Nghị định này quy định về dữ liệu', 'của các cơ quan nhà nước'],
  ['Điều 2. Đối tượng áp dụng', 'Các bộ, cơ quan ngang bộ', 'và Ủy ban nhân dân cấp tỉnh'],
  ['Điều 3. Giải thích từ ngữ', 'Dữ liệu mở là dữ liệu được công bố', 'để mọi người sử dụng lại'],
]
const former = articles.map((lines) => pageOf(lines))
const mark = (page: number, exact: string | null, geometry: Geometry = over()) => ({
  page,
  geometry,
  quote: exact === null ? null : quoteOf(articles[page] ?? [], exact),
})
const boxOf = (quads: readonly Quad[] | null | undefined) =>
  (quads ?? []).map(([l, t, r, , , b]) => [l, b, r, t])

describe('[A4] in a new version', () => {
  test('a mark follows its words to another page and another line', () => {
    const next = [pageOf(['Trang bìa']), ...articles.map((lines) => pageOf(['Phần chung', ...lines]))]
    const [found] = anchorAnnotations([mark(1, 'cơ quan ngang bộ')], former, next)
    expect(found).toMatchObject({ kind: 'placed', page: 2 })
    if (found?.kind !== 'placed') throw new Error('unplaced')
    expect(boxOf(found.quads)).toEqual([[60 + 6 * 8, 720, 60 + 6 * 24, 732]])
  })

  test('words over two lines are marked line by line', () => {
    const [found] = anchorAnnotations([mark(0, 'dữ liệu của các cơ quan')], null, former)
    if (found?.kind !== 'placed') throw new Error('unplaced')
    expect(boxOf(found.quads)).toHaveLength(2)
  })

  test('folded: another way of writing capitals, spaces and marks is no other text', () => {
    const next = [pageOf(['CAC BO,   CƠ QUAN', 'NGANG BỘ và Ủy ban nhân dân'])]
    expect(anchorAnnotations([mark(1, 'cơ quan ngang bộ')], null, next)[0]?.kind).toBe('placed')
  })

  test('of two equal phrases the one with the same surroundings', () => {
    const next = [
      pageOf(['Điều 9. Về dữ liệu khác', 'Quy định về dữ liệu kinh tế']),
      pageOf(articles[0] ?? []),
    ]
    expect(anchorAnnotations([mark(0, 'quy định về dữ liệu')], former, next)[0]).toMatchObject({ page: 1 })
  })

  test('words that are gone, and short ones with other surroundings, are told as unplaced', () => {
    const next = [pageOf(['Toàn văn đã được viết lại', 'không còn câu nào như trước, chỉ còn chữ bộ'])]
    const marks = [mark(1, 'cơ quan ngang bộ'), mark(1, 'bộ'), mark(2, null)]
    expect(anchorAnnotations(marks, former, next)).toEqual(marks.map(() => ({ kind: 'unplaced' })))
  })

  test('what has no words stays with its page, and moves with words that it stands by', () => {
    const ink: Geometry = { kind: 'note', at: [10, 10] }
    const next = [pageOf(['Trang bìa']), ...articles.map((lines) => pageOf(lines, 700))]
    const near = mark(2, 'Dữ liệu mở', ink)
    const marks = [
      mark(2, null, ink),
      { ...near, quote: near.quote && { ...near.quote, at: [60, 752] as [number, number] } },
    ]
    const [plain, beside] = anchorAnnotations(marks, former, next)
    expect(plain).toEqual({ kind: 'placed', page: 3, dx: 0, dy: 0, quads: null })
    expect(beside).toEqual({ kind: 'placed', page: 3, dx: 0, dy: -60, quads: null })
  })

  test('a page with a sentence changed is still that page; a scan is known again by nothing', () => {
    const note: Geometry = { kind: 'note', at: [10, 10] }
    const long = Array.from({ length: 30 }, (_, i) => `khoản ${i} của điều này nói về việc thứ ${i}`)
    const next = [pageOf(['Trang bìa']), pageOf(long.map((line, i) => (i === 3 ? 'khoản này đã sửa' : line)))]
    const marks = [{ page: 0, quote: null, geometry: note }]
    expect(anchorAnnotations(marks, [pageOf(long)], next)[0]).toMatchObject({ kind: 'placed', page: 1 })
    expect(anchorAnnotations(marks, [[]], [[]])[0]).toEqual({ kind: 'unplaced' })
  })
})

const word = fc.stringMatching(/^[a-zđêơư]{2,7}$/)
const line = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(' '))
const document = fc.uniqueArray(fc.array(line, { minLength: 2, maxLength: 6 }), {
  minLength: 2,
  maxLength: 6,
  selector: (lines) => lines.join(' '),
})

describe('[A4] for any text', () => {
  test('pages put in another order take their marks along, each over the same letters', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.boolean(), (lines, seed, hasFormer) => {
        const order = lines.map((_, i) => i).sort((a, b) => ((a * 7 + seed) % 11) - ((b * 7 + seed) % 11))
        const next = order.map((page) => pageOf(lines[page] ?? []))
        // A whole page is a quote that stands nowhere else.
        const marks = lines.map((page, i) => ({
          page: i,
          geometry: over(),
          quote: { before: '', exact: page.join(' '), after: '' },
        }))
        const placed = anchorAnnotations(marks, hasFormer ? lines.map((one) => pageOf(one)) : null, next)
        for (const [i, found] of placed.entries()) {
          if (found.kind !== 'placed') throw new Error('unplaced')
          const text = (lines[order[found.page] ?? -1] ?? []).join(' ')
          expect(text).toContain((lines[i] ?? []).join(' '))
          expect(found.quads?.length).toBe((lines[i] ?? []).length)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('whatever pages, quotes and boxes: one answer for each mark, on a page that is there, nothing thrown', () => {
    const number = fc.double()
    const run = fc.record({
      text: fc.string({ unit: 'binary' }),
      box: fc.tuple(number, number, number, number),
    })
    const pages = fc.array(fc.array(run, { maxLength: 4 }), { maxLength: 4 })
    const text = fc.string({ unit: 'binary', maxLength: 8 })
    const marks = fc.array(
      fc.record({
        page: fc.nat(6),
        quote: fc.option(fc.record({ before: text, exact: text, after: text })),
        geometry: fc.constantFrom<Geometry>(over(), { kind: 'note', at: [1, 1] }, { kind: 'bookmark' }),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(marks, fc.option(pages), pages, (given, before, next) => {
        const placed = anchorAnnotations(given, before, next)
        expect(placed).toHaveLength(given.length)
        for (const found of placed) if (found.kind === 'placed') expect(found.page).toBeLessThan(next.length)
      }),
      { numRuns: 300 },
    )
  })
})
