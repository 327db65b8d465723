import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, foldText, isCleanText } from './text.ts'

const vietnamese = 'Đề nghị giữ nguyên Điều 5, khoản 2;\n\tbổ sung “lộ trình” — 10 % (ưu tiên vùng sâu) 👍'

describe('text from people', () => {
  test('[O6] may be Vietnamese with lines, tabs, quotes and emoji', () => {
    expect(isCleanText(vietnamese)).toBe(true)
    expect(cleanText(vietnamese)).toBe(vietnamese)
  })

  test.each([
    ['decomposed', 'Tế'.normalize('NFD')],
    ['a zero-width joiner', 'a\u200db'],
    ['a zero-width space', 'a\u200bb'],
    ['a right-to-left override', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a mark of direction', 'a\u200fb'],
    ['a byte order mark', '\ufeffa'],
    ['a soft hyphen', 'a\u00adb'],
    ['a line separator', 'a\u2028b'],
    ['a tag', 'a\u{e0041}b'],
    ['a NUL', 'a\u0000b'],
    ['an escape', 'a\u001b[31mb'],
    ['a carriage return', 'a\r\nb'],
    ['a C1 control', 'a\u0085b'],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', '\ude00a'],
    ['surrogates the wrong way round', '\ude00\ud83d'],
  ])('[O6] with %s is not clean, and can be made so', (_, text) => {
    expect(isCleanText(text)).toBe(false)
    expect(isCleanText(cleanText(text))).toBe(true)
  })

  const unitsArb = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }),
        fc.constantFrom(0x200d, 0x202e, 0xd83d, 0xde00, 0x0301, 0x65, 0x0d, 0x0a),
      ),
    )
    .map((units) => String.fromCharCode(...units))

  test('[O6] made clean is clean, well-formed, and stays as it is', () => {
    fc.assert(
      fc.property(unitsArb, (text) => {
        const clean = cleanText(text)
        expect(isCleanText(clean)).toBe(true)
        expect(clean.isWellFormed()).toBe(true)
        expect(cleanText(clean)).toBe(clean)
        if (isCleanText(text)) expect(clean).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('[O6] keeps every line, however its end was written', () => {
    expect(cleanText('một\r\nhai\rba\u2028bốn\u2029năm')).toBe('một\nhai\nba\nbốn\nnăm')
  })

  test('[O6] is found by its letters without marks, composed or not', () => {
    const name = 'Nguyễn Đình Ước'
    expect(foldText(name)).toBe('nguyen dinh uoc')
    expect(foldText(name.normalize('NFD'))).toBe('nguyen dinh uoc')
  })
})
