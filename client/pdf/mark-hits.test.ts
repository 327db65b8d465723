import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeStroke } from '../../shared/domain/ink-stroke.ts'
import type { ShownMark } from './mark.ts'
import { boxOf, touches } from './mark-hits.ts'

const mark = (geometry: ShownMark['geometry'], dx = 0, dy = 0): ShownMark => ({
  id: 'a',
  page: 0,
  geometry,
  colour: '#000000',
  width: 2,
  dx,
  dy,
  text: '',
  isMine: true,
  by: null,
})
const stroke = (...points: [number, number][]) =>
  encodeStroke(points.map(([x, y]) => ({ x, y, pressure: 0.5 })))

describe('[A1] what a hand touches', () => {
  test('ink along its line, moved with its mark', () => {
    const line = mark({ kind: 'ink', strokes: [stroke([0, 0], [100, 0])] })
    expect(touches(line, [50, 2], 2)).toBe(true)
    expect(touches(line, [50, 9], 2)).toBe(false)
    expect(touches(line, [104, 0], 2)).toBe(false)
    expect(touches({ ...line, dy: 200 }, [50, 201], 2)).toBe(true)
  })
  test('words by their lines, a note by its sign, a bookmark not at all', () => {
    const words = mark({ kind: 'highlight', quads: [[10, 30, 60, 30, 10, 20, 60, 20]] })
    expect(touches(words, [30, 25], 4)).toBe(true)
    expect(touches(words, [30, 40], 4)).toBe(false)
    expect(touches(mark({ kind: 'note', at: [10, 100] }), [15, 95], 0)).toBe(true)
    expect(touches(mark({ kind: 'bookmark' }), [0, 0], 1000)).toBe(false)
    expect(boxOf(mark({ kind: 'bookmark' }))).toBeNull()
  })
  test('every point of a stroke touches it and lies in its box', () => {
    const coordinate = fc.integer({ min: -500, max: 2000 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }),
        coordinate,
        (points, dx) => {
          const ink = mark({ kind: 'ink', strokes: [stroke(...points)] }, dx, -dx)
          const [left = 0, bottom = 0, right = 0, top = 0] = boxOf(ink) ?? []
          for (const [x, y] of points) {
            expect(touches(ink, [x + dx, y - dx], 0.5)).toBe(true)
            expect(x + dx).toBeGreaterThanOrEqual(left)
            expect(x + dx).toBeLessThanOrEqual(right)
            expect(y - dx).toBeGreaterThanOrEqual(bottom)
            expect(y - dx).toBeLessThanOrEqual(top)
          }
        },
      ),
    )
  })
})
