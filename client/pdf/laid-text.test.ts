import { expect, test } from 'vitest'
import { findLaid, layOut, type TextPiece } from './laid-text.ts'

const pieces: TextPiece[] = [
  { str: 'Dữ liệu', hasEOL: true },
  { str: 'số của ', hasEOL: false },
  { str: 'cơ quan', hasEOL: true },
  { str: 'ofﬁce\u00a0số', hasEOL: false },
]
const whole = pieces.map(({ str }) => str).join('')
const found = (query: string) =>
  findLaid(layOut(pieces), query)
    .flat()
    .map(({ start, length }) => whole.slice(start, start + length))

test('[O2] words are found over line ends and pieces, and marked where they lie without them', () => {
  expect(found('du lieu so')).toEqual(['Dữ liệusố'])
  expect(found('dữ liệu số')).toEqual(['Dữ liệusố'])
  expect(found('của cơ')).toEqual(['của cơ'])
  expect(found('cua co quan off')).toEqual(['của cơ quanofﬁ'])
  expect(found('dư liệu')).toEqual([])
})

test('one sign for several letters is marked whole; a blank of any width is one', () => {
  expect(found('off')).toEqual(['ofﬁ'])
  expect(found('ice')).toEqual(['ﬁce'])
  expect(found('office so')).toEqual(['ofﬁce\u00a0số'])
  expect(found('so')).toEqual(['số', 'số'])
})
