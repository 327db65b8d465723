import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeStroke,
  distanceToSegment,
  encodeStroke,
  type InkPoint,
  simplifyStroke,
  strokeTolerance,
} from './ink-stroke.ts'

const coordinate = fc.double({ min: -500, max: 15_000, noNaN: true })
const pressure = fc.double({ min: 0, max: 1, noNaN: true })
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate, pressure }), {
  minLength: 1,
  maxLength: 200,
})
/** As a hand moves: small steps, slowly changing pressure. */
const handwriting = fc
  .array(
    fc.record({
      dx: fc.double({ min: -3, max: 3, noNaN: true }),
      dy: fc.double({ min: -3, max: 3, noNaN: true }),
      pressure,
    }),
    {
      minLength: 1,
      maxLength: 300,
    },
  )
  .map((steps) => {
    let [x, y] = [300, 400]
    return steps.map((step): InkPoint => {
      x += step.dx
      y += step.dy
      return { x, y, pressure: step.pressure }
    })
  })

/** How far a point lies from a drawn line. */
function distanceToLine(point: InkPoint, line: readonly InkPoint[]): number {
  const [first] = line
  if (!first) throw new Error('no line')
  let nearest = distanceToSegment(point, first, first)
  line.forEach((end, i) => {
    const start = line[i - 1]
    if (start) nearest = Math.min(nearest, distanceToSegment(point, start, end))
  })
  return nearest
}

const decoded = (points: readonly InkPoint[]): InkPoint[] => {
  const found = decodeStroke(encodeStroke(points))
  if (!found) throw new Error('does not decode')
  return found
}

describe('a stroke', () => {
  test('[A1] comes back with every point of the pen within 0.12 points of the line, and not a point elsewhere', () => {
    fc.assert(
      fc.property(fc.oneof(stroke, handwriting), (points) => {
        const line = decoded(points)
        for (const point of points) expect(distanceToLine(point, line)).toBeLessThanOrEqual(strokeTolerance)
        for (const point of line) expect(distanceToLine(point, points)).toBeLessThanOrEqual(strokeTolerance)
      }),
      { numRuns: 300 },
    )
  })

  test('[A1] begins and ends where the pen did, and keeps the pressure there', () => {
    fc.assert(
      fc.property(handwriting, (points) => {
        const line = decoded(points)
        for (const [got, drawn] of [
          [line[0], points[0]],
          [line.at(-1), points.at(-1)],
        ] as const) {
          expect(Math.abs((got?.x ?? 0) - (drawn?.x ?? 9))).toBeLessThan(0.016)
          expect(Math.abs((got?.pressure ?? 0) - (drawn?.pressure ?? 9))).toBeLessThan(0.003)
        }
      }),
    )
  })

  test('[A1] keeps a change of pressure on a straight line', () => {
    const points = Array.from({ length: 21 }, (_, i) => ({ x: i, y: 0, pressure: i < 10 ? 0.2 : 0.9 }))
    expect(simplifyStroke(points)).toHaveLength(4)
    const even = points.map((point) => ({ ...point, pressure: 0.5 }))
    expect(simplifyStroke(even)).toHaveLength(2)
  })

  test('[A1] of 20,000 points is made small without overflowing anything', () => {
    const points = Array.from({ length: 20_000 }, (_, i) => ({
      x: 300 + 200 * Math.cos(i / 50),
      y: 400 + 200 * Math.sin(i / 50) + i / 1000,
      pressure: 0.5,
    }))
    expect(decoded(points).length).toBeLessThan(20_000)
  })

  test('[A1] a tap is one point', () => {
    expect(decoded([{ x: 1, y: 2, pressure: 1 }])).toEqual([{ x: 1, y: 2, pressure: 1 }])
  })

  test('[O6] that is none is not made', () => {
    for (const points of [[], [{ x: Number.NaN, y: 0, pressure: 0 }], [{ x: 1e9, y: 0, pressure: 0 }]])
      expect(() => encodeStroke(points)).toThrow(TypeError)
  })
})

describe('hostile bytes', () => {
  test('[O6] are a stroke within bounds, or none: nothing throws, nothing loops', () => {
    const near = stroke
      .map((points) => encodeStroke(points))
      .chain((bytes) =>
        fc.tuple(fc.constant(bytes), fc.nat(bytes.length - 1), fc.nat(255)).map(([whole, at, byte]) => {
          const changed = whole.slice()
          changed[at] = byte
          return changed
        }),
      )
    const begun = fc.uint8Array({ maxLength: 64 }).map((rest) => Uint8Array.from([1, ...rest]))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 64 }), begun, near), (bytes) => {
        const points = decodeStroke(bytes)
        if (points === null) return
        expect(points.length * 3).toBeLessThan(bytes.length)
        for (const point of points) {
          expect(Math.abs(point.x)).toBeLessThanOrEqual(100_000)
          expect(Math.abs(point.y)).toBeLessThanOrEqual(100_000)
          expect(point.pressure >= 0 && point.pressure <= 1).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('[O6] cut short, too long, or with a count that they do not hold are none', () => {
    const whole = encodeStroke([
      { x: 1, y: 1, pressure: 0 },
      { x: 5, y: 9, pressure: 1 },
    ])
    for (let length = 0; length < whole.length; length++)
      expect(decodeStroke(whole.slice(0, length))).toBeNull()
    expect(decodeStroke(Uint8Array.from([...whole, 0]))).toBeNull()
    expect(decodeStroke(Uint8Array.from([1, 255, 255, 255, 255, 127, 0, 0, 0]))).toBeNull()
    expect(decodeStroke(Uint8Array.from([2, ...whole.slice(1)]))).toBeNull()
  })
})
