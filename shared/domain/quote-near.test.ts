import { expect, test } from 'vitest'
import { anchorAnnotations } from './annotation-anchor.ts'
import { encodeStroke } from './ink-stroke.ts'
import type { TextRun } from './page-text.ts'
import { besideStroke, quoteNear } from './quote-near.ts'

const pageOf = (lines: readonly string[], top = 760): TextRun[] =>
  lines.map((text, i) => ({ text, box: [60, top - 20 * i, 60 + 6 * text.length, top - 20 * i + 12] }))

const lines = ['Điều 1. Phạm vi điều chỉnh', 'Nghị định này quy định về dữ liệu', 'của các cơ quan nhà nước']
const page = pageOf(lines)

test('[A4] the nearest line with what stands before it; nothing where none is near', () => {
  expect(quoteNear(page, [20, 744])).toEqual({
    before: 'Điều 1. Phạm vi điều chỉnh',
    exact: 'Nghị định này quy định về dữ liệu',
    after: '',
    at: [60, 752],
  })
  expect(quoteNear(page, [100, 100])).toBeNull()
  expect(quoteNear([], [100, 100])).toBeNull()
  const long = pageOf(['một dòng '.repeat(20)])
  expect(quoteNear(long, [100, 765])?.exact.length).toBeLessThanOrEqual(60)
})

test('[A4] pieces of one line are one', () => {
  const pieces: TextRun[] = [
    { text: 'Nghị', box: [60, 700, 90, 712] },
    { text: 'đị', box: [96, 701, 110, 711] },
    { text: 'nh', box: [110, 700, 122, 712], isJoined: true },
  ]
  expect(quoteNear(pieces, [10, 705])?.exact).toBe('Nghị định')
})

test('[A4] a sticky note beside a line moves with it to where the line is in the next version', () => {
  const at: [number, number] = [20, 744]
  const mark = { page: 0, geometry: { kind: 'note' as const, at }, quote: quoteNear(page, at) }
  const next = [pageOf(['Trang bìa']), pageOf(['Căn cứ Luật', ...lines], 700)]
  expect(anchorAnnotations([mark], [page], next)).toEqual([
    { kind: 'placed', page: 1, dx: 0, dy: -80, quads: null },
  ])
  const gone = [pageOf(['Toàn văn đã được viết lại hoàn toàn'])]
  expect(anchorAnnotations([mark], [page], gone)).toEqual([{ kind: 'unplaced' }])
})

test('[A4] a stroke drawn over a line goes wherever the line goes; one in the margin stays in the margin', () => {
  const penned = (x: number) => {
    const points = [0, 10, 20].map((step) => ({ x: x + step, y: 744, pressure: 0.5 }))
    const quote = quoteNear(page, [x + 10, 744], besideStroke)
    return { page: 0, geometry: { kind: 'ink' as const, strokes: [encodeStroke(points)] }, quote }
  }
  const marks = [penned(100), penned(20)]
  expect(marks[0]?.quote?.exact).toBe('Nghị định này quy định về dữ liệ')
  const indented = pageOf(lines, 700).map(({ text, box: [left, bottom, right, top] }): TextRun => {
    return { text, box: [left + 30, bottom, right + 30, top] }
  })
  expect(anchorAnnotations(marks, null, [pageOf(['Trang bìa']), indented])).toEqual([
    { kind: 'placed', page: 1, dx: 30, dy: -60, quads: null },
    { kind: 'placed', page: 1, dx: 0, dy: -60, quads: null },
  ])
})
