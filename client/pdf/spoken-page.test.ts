import { expect, test } from 'vitest'
import { joinLines, type SpokenLine } from './spoken-page.ts'

const line = (text: string, top: number, right = 0.9): SpokenLine => ({
  text,
  left: 0.1,
  right,
  top,
  bottom: top + 0.02,
})
const said = (...lines: SpokenLine[]) => joinLines(lines).map(({ text }) => text)

test('lines filled to the edge go on; a short one ends the paragraph', () => {
  expect(
    said(line('Căn cứ Luật', 0.1), line('Tổ chức Chính phủ;', 0.125, 0.4), line('Xét đề nghị', 0.15)),
  ).toEqual(['Căn cứ Luật Tổ chức Chính phủ;', 'Xét đề nghị'])
})

test('a gap ends the paragraph', () => {
  expect(said(line('Điều 1', 0.1), line('Điều 2', 0.2))).toEqual(['Điều 1', 'Điều 2'])
})

test('what stands beside the other is no continuation', () => {
  expect(said(line('BỘ Y TẾ', 0.1), line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 0.1))).toEqual([
    'BỘ Y TẾ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  ])
})

test('a paragraph lies where its lines lie', () => {
  expect(joinLines([line('một', 0.1), line('hai', 0.125, 0.5)])).toEqual([
    { text: 'một hai', left: 0.1, right: 0.9, top: 0.1, bottom: 0.125 + 0.02 },
  ])
})

test('no lines, nothing said', () => {
  expect(said()).toEqual([])
})
