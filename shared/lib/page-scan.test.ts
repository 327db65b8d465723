import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPlaces } from './find-text.ts'
import { createPageScan } from './page-scan.ts'
import { foldText } from './text.ts'

const [one, other] = ['one', 'other']
const pages = [
  'Điều 1. Phạm vi điều chỉnh\nNghị định này quy định về dữ liệu số.',
  null,
  'Nghị quyết của Chính phủ về đĩa cứng và ổ   đĩa.',
  'Khoản mục dự toán; nghi thức.',
]

function indexOf(given: Record<string, readonly (string | null)[]> = { [one]: pages }) {
  const index = createPageScan<string>()
  for (const [name, texts] of Object.entries(given)) index.put(name, texts)
  return index
}
const pagesWith = (query: string) =>
  indexOf()
    .find(query)
    .flatMap(({ hits }) => hits.map(({ page }) => page))

describe('search over all pages', () => {
  test('[O2] plain letters find every way of writing, letters with marks exactly that', () => {
    expect(pagesWith('nghi')).toEqual([1, 3, 4])
    expect(pagesWith('nghị')).toEqual([1, 3])
    expect(pagesWith('NGHI DINH')).toEqual([1])
    expect(pagesWith('dia cung')).toEqual([3])
    expect(pagesWith('đĩa')).toEqual([3])
    expect(pagesWith('địa')).toEqual([])
  })

  test('several words are a phrase, over line ends and any spaces', () => {
    expect(pagesWith('dieu chinh nghi dinh')).toEqual([1])
    expect(pagesWith('ổ đĩa')).toEqual([3])
    expect(pagesWith('đĩa nghị định')).toEqual([])
  })

  test('[A1] words that stand apart in a sentence are found after the phrase, each of them marked', () => {
    const apart = 'Bố trí ngân sách nhà nước cho y học cổ truyền và nền kinh tế tri thức.'
    const far = `Ngân sách nhà nước ${'thì '.repeat(60)} y tế công lập`
    const index = indexOf({
      [one]: [far, apart, 'Dự toán ngân sách y tế năm 2026', 'y tế'],
      [other]: [apart],
    })
    const found = index.find('ngân sách y tế')
    expect(found.map(({ pages, phrases }) => [pages, phrases])).toEqual([
      [2, 1],
      [1, 0],
    ])
    const [phrase, words] = found[0]?.hits ?? []
    expect(phrase).toMatchObject({ page: 3, match: 'ngân sách y tế', apart: null })
    expect(words?.page).toBe(2)
    const marked = words?.apart?.map(({ start, length }) => words.match.slice(start, start + length))
    expect(marked).toEqual(['ngân', 'sách', 'y', 'tế'])
    expect(index.find('NGAN SACH Y TE')[0]?.pages).toBe(2)
    expect(index.find('ngấn sách y tế')).toEqual([])
    // Part of a word is none where the words stand apart.
    expect(index.find('ngân sách cổ truy')).toEqual([])
  })

  test('a hit shows its words as they are written, between what stands around them, cut at words', () => {
    const long = `${'mở đầu '.repeat(30)}đĩa cứng ${'kết thúc '.repeat(30)}`
    const [found] = indexOf({ [one]: [long] }).find('dia cung')
    const [hit] = found?.hits ?? []
    expect(hit?.match).toBe('đĩa cứng')
    expect(hit?.before).toMatch(/^… (mở|đầu) .*đầu $/)
    expect(hit?.after).toMatch(/^ kết .*(kết|thúc) …$/)
    expect(indexOf().find('điều 1')[0]?.hits[0]).toMatchObject({ before: '', match: 'Điều 1' })
  })

  test('many pages are counted, and the first of them told', () => {
    const many = Array.from({ length: 80 }, (_, i) => `trang ${i + 1} về ngân sách`)
    const [found] = indexOf({ [one]: many }).find('ngan sach')
    expect([found?.pages, found?.hits.length, found?.hits[0]?.page]).toEqual([80, 12, 1])
  })

  test('a long document may come in parts; only what is meant is looked through [D2]', () => {
    const index = indexOf({ [one]: ['đĩa cứng', null] })
    index.put(one, ['không', 'đĩa mềm'], 2)
    index.put(other, ['đĩa hát'])
    expect(index.find('dia', [one, 'unknown'])).toMatchObject([
      { document: one, pages: 2, hits: [{ page: 1 }, { page: 4, match: 'đĩa' }] },
    ])
  })

  test('what is put again is what it is now; what is taken away is found no more', () => {
    const index = indexOf({ [one]: pages, [other]: ['đĩa mềm'] })
    expect(index.find('dia').map(({ document }) => document)).toEqual([one, other])
    index.put(one, ['không còn gì'])
    expect(index.find('dia').map(({ document }) => document)).toEqual([other])
    index.remove(other)
    expect([index.find('dia'), index.find('  ')]).toEqual([[], []])
  })

  test('for any text and query a page is found if and only if the rules of the reader find it there', () => {
    const letters = fc.constantFrom('a', 'ấ', 'Ă', 'đ', 'D', 'd', ' ', '\n', '\u0301', 'ﬁ', 'İ', '😀', '1')
    const text = fc.string({ unit: letters, maxLength: 30 })
    fc.assert(
      fc.property(text, fc.string({ unit: letters, maxLength: 5 }), (page, query) => {
        // A mark without a letter is no word.
        fc.pre(foldText(query).trim() !== '')
        const normal = page.normalize('NFC').trim()
        const isThere = findPlaces(normal, query).length > 0
        expect(indexOf({ [one]: [page] }).find(query).length > 0).toBe(isThere)
      }),
    )
  })
})
