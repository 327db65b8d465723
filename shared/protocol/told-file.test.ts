import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concat, utf8 } from '../lib/bytes.ts'
import { createToldReader, type RowsTold, toldLine } from './told-file.ts'

const bytes = utf8('PK: a file\nof several lines\n')
const whole = concat(
  toldLine({ kind: 'rows', done: 500, total: 1200 }),
  toldLine({ kind: 'rows', done: 1200, total: 1200 }),
  toldLine({ kind: 'file', fileName: 'so-nhiem-vu.xlsx', size: bytes.length }),
  bytes,
)

function read(pieces: readonly Uint8Array[]) {
  const told: RowsTold[] = []
  const reader = createToldReader(({ done, total }) => told.push({ done, total }))
  for (const piece of pieces) reader.take(new Uint8Array(piece))
  return { told, file: reader.file() }
}

test('[T8] wherever the line cuts it, progress and file come out whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), whole.length]
      const pieces = at.slice(1).map((to, i) => whole.slice(at[i], to))
      expect(read(pieces)).toEqual({
        told: [
          { done: 500, total: 1200 },
          { done: 1200, total: 1200 },
        ],
        file: { fileName: 'so-nhiem-vu.xlsx', bytes },
      })
    }),
  )
})

test.each([
  ['cut short', whole.slice(0, -1)],
  ['longer than it says', concat(whole, utf8('!'))],
  ['without a file', toldLine({ kind: 'rows', done: 1, total: 2 })],
  ['not of these lines', concat(utf8('<html>\n'), whole)],
  ['a name that is a path', concat(utf8('{"kind":"file","fileName":"../x","size":0}\n'))],
  ['one endless line', utf8('x'.repeat(5000))],
])('[O6] %s it is no file', (_, sent) => {
  expect(read([sent]).file).toBe(null)
})
