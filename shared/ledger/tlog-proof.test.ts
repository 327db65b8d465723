import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64 } from '../lib/base64.ts'
import { emptyRoot, nodeHash } from './merkle.ts'
import { formatTlogProof, parseTlogProof } from './tlog-proof.ts'

const hash1 = emptyRoot
const hash2 = nodeHash(hash1, hash1)
const checkpoint = 'e-cabinet/vpcp/1\n3\nroot\n\n— e-cabinet/vpcp signature\n'
const proof = { index: 2, path: [hash1, hash2], checkpoint, extra: null }
const text = formatTlogProof(proof)

describe('a tlog-proof', () => {
  test('[O4] is written line by line as specified', () => {
    expect(text).toBe(`c2sp.org/tlog-proof@v1\nindex 2\n${base64(hash1)}\n${base64(hash2)}\n\n${checkpoint}`)
    expect(formatTlogProof({ index: 0, path: [], checkpoint, extra: Uint8Array.of(1, 2, 3) })).toBe(
      `c2sp.org/tlog-proof@v1\nextra AQID\nindex 0\n\n${checkpoint}`,
    )
  })

  test('[O4] parses into the parts it was made of, and these into the same text', () => {
    const bytes = (minLength: number, maxLength: number) =>
      fc.uint8Array({ minLength, maxLength }).map((it) => Uint8Array.from(it))
    const parts = fc.record(
      {
        index: fc.maxSafeNat(),
        path: fc.array(bytes(32, 32), { maxLength: 53 }),
        checkpoint: fc.string(),
        extra: fc.option(bytes(1, 40)),
      },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(parts, (it) => {
        expect(parseTlogProof(formatTlogProof(it))).toEqual(it)
      }),
    )
  })

  test.each([
    ['nothing', ''],
    ['another version', text.replace('@v1', '@v2')],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n'))],
    ['no index', text.replace('index 2\n', '')],
    ['an index with leading zeroes', text.replace('index 2', 'index 02')],
    ['a negative index', text.replace('index 2', 'index -2')],
    ['an index beyond exact numbers', text.replace('index 2', 'index 9007199254740992')],
    ['two spaces', text.replace('index 2', 'index  2')],
    ['two indices', text.replace('index 2', 'index 2\nindex 2')],
    ['a short hash', text.replace(base64(hash2), base64(hash2.slice(1)))],
    ['a hash that is no base64', text.replace(base64(hash2), 'x'.repeat(44))],
    ['a carriage return', text.replaceAll('\n', '\r\n')],
    ['empty extra data', text.replace('index', 'extra \nindex')],
    ['extra data that is no base64', text.replace('index', 'extra ?\nindex')],
    ['extra data after the index', text.replace('index 2', 'index 2\nextra AQID')],
    ['a path longer than any tree', formatTlogProof({ ...proof, path: Array(54).fill(hash1) })],
  ])('[O6] with %s is refused', (_, damaged) => {
    expect(parseTlogProof(damaged)).toBeNull()
  })
})
