import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, fromBase64 } from './base64.ts'

const bytesArb = fc.uint8Array({ maxLength: 200 })

describe('base64', () => {
  test('[O6] is written as Node writes it, and read back to the byte', () => {
    fc.assert(
      fc.property(bytesArb, (bytes) => {
        const text = base64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(text)).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  test('[O6] is read only in its one form: whatever else is refused', () => {
    const nearly = fc
      .tuple(bytesArb, fc.nat(), fc.constantFrom(...'AZaz09+/=-_ \n\té\u{1f600}'))
      .map(([bytes, at, char]) => {
        const text = base64(bytes)
        const i = at % (text.length + 1)
        return text.slice(0, i) + char + text.slice(i + (at % 2))
      })
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ maxLength: 12 }), fc.base64String()), (text) => {
        const peer = Buffer.from(text, 'base64')
        const isCanonical = peer.toString('base64') === text
        const read = fromBase64(text)
        expect(read === null ? null : [...read]).toEqual(isCanonical ? [...peer] : null)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    'A',
    'AA',
    'AAA',
    '=',
    '====',
    'A===',
    'AA=A',
    'AB==',
    'AAB=',
    'AA==AA==',
    'AAA\n',
    'AA-_',
    'ＡＡＡＡ',
  ])('[O6] %j is none', (text) => {
    expect(fromBase64(text)).toBeNull()
  })

  test('[O6] of nothing is the empty text', () => {
    expect([base64(new Uint8Array(0)), fromBase64('')]).toEqual(['', new Uint8Array(0)])
  })
})
