import { expect, test } from 'vitest'
import { ofViewport } from './detail-area.ts'

const shown = { width: 1000, height: 1400 }
const viewport = { width: 1024, height: 1400 }

test('what reaches to the edge of the rounded page reaches to the edge of the page', () => {
  expect(ofViewport({ minX: 0, minY: 700, maxX: 1000, maxY: 1400 }, shown, viewport)).toEqual({
    minX: 0,
    minY: 700,
    maxX: 1024,
    maxY: 1400,
  })
})

test('a page that is not rounded is left alone', () => {
  const area = { minX: 12, minY: 0, maxX: 500, maxY: 900 }
  expect(ofViewport(area, shown, shown)).toEqual(area)
})
