import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPlaces, findText, nearWords } from './find-text.ts'

const at = (text: string, query: string) =>
  findText(text, query).map(({ start, length }) => text.slice(start, start + length))

describe('search in Vietnamese', () => {
  test('plain letters find the folded text, đ too', () => {
    expect(at('Ổ đĩa cứng, Đĩa Cứng', 'dia cung')).toEqual(['đĩa cứng', 'Đĩa Cứng'])
  })
  test('a diacritic in the query means exactly that', () => {
    expect(at('đĩa dia địa', 'địa')).toEqual(['địa'])
    expect(at('đĩa dia địa', 'đia')).toEqual([])
  })
  test('text and query in either normal form', () => {
    const text = 'Nghị quyết của Chính phủ'
    expect(at(text.normalize('NFD'), 'nghị quyết')).toEqual(['Nghị quyết'.normalize('NFD')])
    expect(at(text, 'nghị quyết'.normalize('NFD'))).toEqual(['Nghị quyết'])
    expect(at(text.normalize('NFD'), 'chinh phu')).toEqual(['Chính phủ'.normalize('NFD')])
  })
  test('phrases over line ends, not bags of syllables', () => {
    expect(at('ban hành Nghị\n quyết số 1; quyết nghị', 'nghi quyet')).toEqual(['Nghị\n quyết'])
  })
  test('a letter that goes on with a mark is another letter', () => {
    expect(at('tiếng tiêng'.normalize('NFD'), 'tiê')).toEqual(['tiê'.normalize('NFD')])
  })
  test('words that stand apart, near each other and whole; a phrase beside them stays one place', () => {
    const text = 'Ngân sách của ngành y, của nền kinh tế; ngân sách y tế; ngân hàng'
    const places = (query: string) =>
      findPlaces(text, query).map((place) =>
        place.map(({ start, length }) => text.slice(start, start + length)),
      )
    expect(places('ngan sach y te')).toEqual([['Ngân', 'sách', 'y', 'tế'], ['ngân sách y tế']])
    expect(places('hàng ngân')).toEqual([['ngân', 'hàng']])
    expect(places('han ngan')).toEqual([])
    expect(places('ngân')).toEqual([['Ngân'], ['ngân'], ['ngân']])
    const far = `ngân ${'x '.repeat(nearWords)}sách`
    expect(findPlaces(far, 'sach ngan')).toEqual([])
    expect(findPlaces(far.replace('x x ', ''), 'sach ngan')).toHaveLength(1)
  })
  test('nothing is found of nothing', () => {
    expect(at('abc', '')).toEqual([])
    expect(at('abc', ' \n ')).toEqual([])
    expect(at('', 'a')).toEqual([])
  })
  test('what is found lies in the text, in order, apart, and is found there again', () => {
    const letters = fc.constantFrom(...'aăâAđĐdeéê tếứ\n😀'.normalize('NFC'))
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 30 }),
        fc.array(letters, { maxLength: 3 }),
        fc.boolean(),
        (all, some, isNfd) => {
          const text = all.join('').normalize(isNfd ? 'NFD' : 'NFC')
          let end = 0
          for (const { start, length } of findText(text, some.join(''))) {
            expect(start).toBeGreaterThanOrEqual(end)
            expect(length).toBeGreaterThan(0)
            end = start + length
            expect(end).toBeLessThanOrEqual(text.length)
            expect(findText(text.slice(start, end), some.join('')).length).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})
