import type { Quad, Rect } from '../../shared/domain/annotation.ts'
import { decodeStroke, distanceToSegment, type InkPoint } from '../../shared/domain/ink-stroke.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { ShownMark } from './mark.ts'

/** Side of a note's sign on the page, in points. */
export const noteSide = 20

const decoded = new WeakMap<Bytes, readonly InkPoint[]>()

/** The points of a stroke, read once. */
export function strokePoints(bytes: Bytes): readonly InkPoint[] {
  const known = decoded.get(bytes)
  if (known) return known
  const points = decodeStroke(bytes) ?? []
  decoded.set(bytes, points)
  return points
}

/** Whether a point of the page touches a mark. @param reach how far beside it still counts, in points */
export function touches(mark: ShownMark, [px, py]: readonly [number, number], reach: number): boolean {
  const [x, y] = [px - mark.dx, py - mark.dy]
  const { geometry } = mark
  switch (geometry.kind) {
    case 'ink': {
      const far = reach + mark.width / 2
      return geometry.strokes.some((stroke) => isNearStroke(strokePoints(stroke), x, y, far))
    }
    case 'highlight':
    case 'underline':
    case 'strike':
      return geometry.quads.some((quad) => contains(boxOfQuad(quad), x, y, reach / 2))
    case 'text':
      return contains(geometry.box, x, y, reach)
    case 'note': {
      const [left, top] = geometry.at
      return contains([left, top - noteSide, left + noteSide, top], x, y, reach)
    }
    case 'bookmark':
      return false
  }
}

/** The smallest upright box around a mark where it lies; null for what has no place on the page. */
export function boxOf(mark: ShownMark): Rect | null {
  const box = bareBoxOf(mark)
  return box && [box[0] + mark.dx, box[1] + mark.dy, box[2] + mark.dx, box[3] + mark.dy]
}

function bareBoxOf({ geometry, width }: ShownMark): Rect | null {
  switch (geometry.kind) {
    case 'ink': {
      const points = geometry.strokes.flatMap((stroke) => strokePoints(stroke))
      const half = width
      return around(points.flatMap(({ x, y }): Rect[] => [[x - half, y - half, x + half, y + half]]))
    }
    case 'highlight':
    case 'underline':
    case 'strike':
      return around(geometry.quads.map(boxOfQuad))
    case 'text':
      return geometry.box
    case 'note':
      return [geometry.at[0], geometry.at[1] - noteSide, geometry.at[0] + noteSide, geometry.at[1]]
    case 'bookmark':
      return null
  }
}

export function boxOfQuad(quad: Quad): Rect {
  const xs = quad.filter((_, i) => i % 2 === 0)
  const ys = quad.filter((_, i) => i % 2 === 1)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function around(boxes: readonly Rect[]): Rect | null {
  let all: Rect | null = null
  for (const [left, bottom, right, top] of boxes) {
    all = all
      ? [Math.min(all[0], left), Math.min(all[1], bottom), Math.max(all[2], right), Math.max(all[3], top)]
      : [left, bottom, right, top]
  }
  return all
}

const contains = ([left, bottom, right, top]: Rect, x: number, y: number, reach: number) =>
  x >= left - reach && x <= right + reach && y >= bottom - reach && y <= top + reach

function isNearStroke(points: readonly InkPoint[], x: number, y: number, far: number): boolean {
  return points.some((point, i) => distanceToSegment({ x, y }, point, points[i + 1] ?? point) <= far)
}
