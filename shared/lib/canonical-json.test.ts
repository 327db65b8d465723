import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const jsonArb = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })

describe('canonical JSON', () => {
  test('[O4] says the same value again, and is the same text for it whatever the order of its keys', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, reversed(one)]),
            )
          : value
    fc.assert(
      fc.property(jsonArb, (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'))
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(reversed(value))).toBe(text)
      }),
    )
  })

  test('[O6] orders keys by UTF-16, writes numbers as the language does, and leaves out what is undefined', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '\u{1f600}': 4, '1': 5 })).toBe(
      '{"\\r":2,"1":5,"€":1,"\u{1f600}":4,"\ufb33":3}',
    )
    expect(canonicalJson([1e21, -0, 1e-7, 0.5])).toBe('[1e+21,0,1e-7,0.5]')
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}')
  })

  test.each([
    ['a lone surrogate', ['\ud800']],
    ['a key with a lone surrogate', { '\udfff': 1 }],
    ['no number', [Number.NaN]],
    ['the infinite', [Number.POSITIVE_INFINITY]],
    ['nothing at all', undefined],
    ['a function', () => 1],
  ])('[O6] has no text for %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow()
  })
})
