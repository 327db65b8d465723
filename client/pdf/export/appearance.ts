import type { Quad, Rect } from '../../../shared/domain/annotation.ts'
import { type InkPoint, strokeWidth } from '../../../shared/domain/ink-stroke.ts'
import type { ShownMark } from '../mark.ts'
import { boxOfQuad, noteSide, strokePoints } from '../mark-hits.ts'
import { highlightAlpha, lineOf, noteLines, strokeRuns } from '../mark-shapes.ts'
import { move, number, operator, type Point, path, roundedSquare } from './operators.ts'
import type { TextWriter } from './text-writer.ts'

/** What is drawn for a mark, as a content stream in points of the page, and the box around it. */
export type Appearance = { operators: string; box: Rect }

/** Graphics states by the names that the operators use. */
export const graphicsStates = {
  Over: { ca: highlightAlpha, CA: highlightAlpha },
  Edge: { ca: 1, CA: 0.55 },
  Lines: { ca: 1, CA: 0.65 },
} as const

/** The page as it is cut, and turned when it is shown. */
export type PageShape = { crop: Rect; turn: 0 | 90 | 180 | 270 }

/** @returns null for a mark of which nothing would be seen */
export function appearanceOf(mark: ShownMark, page: PageShape, writer: TextWriter): Appearance | null {
  const { geometry, colour, width, dx, dy } = mark
  const at = move(dx, dy)
  switch (geometry.kind) {
    case 'highlight':
    case 'underline':
    case 'strike': {
      const { kind } = geometry
      const quads = geometry.quads.map((quad) => movedQuad(quad, dx, dy)).filter(hasArea)
      const draw = kind === 'highlight' ? fillOf : (quad: Quad) => strokeOf(quad, kind)
      const paint =
        kind === 'highlight' ? `/Over gs ${operator(colour, 'rg')}` : `${operator(colour, 'RG')} 0 J`
      const boxes = quads.map((quad) => grown(boxOfQuad(quad), 1))
      return drawn(boxes, [paint, ...quads.map(draw)])
    }
    case 'ink': {
      const strokes = geometry.strokes
        .map((stroke) => strokePoints(stroke).map((point) => ({ ...point, ...at(point.x, point.y) })))
        .filter((points) => points.length > 0)
      const boxes = strokes.flat().map(({ x, y }): Rect => grown([x, y, x, y], width))
      const paint = `${operator(colour, 'RG')} 1 J 1 j`
      return drawn(boxes, [paint, ...strokes.flatMap((points) => inkOf(points, width))])
    }
    case 'text': {
      const [left, bottom, right, top] = geometry.box
      const written = writer.lines(mark.text, geometry.size, right - left, at(left, top))
      if (written === null) return null
      const { operators, width: widest, height } = written
      const corner = at(Math.max(right, left + widest), Math.min(bottom, top - height))
      const box: Rect = [left + dx, corner.y, corner.x, top + dy]
      return drawn([box], [operator(colour, 'rg'), operators])
    }
    case 'note': {
      const { x, y } = at(...geometry.at)
      return drawn([grown([x, y - noteSide, x + noteSide, y], 0.4)], [noteOf(x, y, colour)])
    }
    case 'bookmark':
      return ribbonOf(page, colour)
  }
}

function drawn(boxes: readonly Rect[], operators: readonly string[]): Appearance | null {
  let box: Rect | null = null
  for (const [left, bottom, right, top] of boxes) {
    box = box
      ? [Math.min(box[0], left), Math.min(box[1], bottom), Math.max(box[2], right), Math.max(box[3], top)]
      : [left, bottom, right, top]
  }
  return box && { box, operators: operators.join('\n') }
}

const grown = ([left, bottom, right, top]: Rect, by: number): Rect => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]

export const movedQuad = (quad: Quad, dx: number, dy: number): Quad =>
  quad.map((value, i) => value + (i % 2 === 0 ? dx : dy))

/** Of a quad without an area nothing is seen, and some readers refuse the whole mark for it. */
export function hasArea(quad: Quad): boolean {
  const [left, bottom, right, top] = boxOfQuad(quad)
  return quad.length === 8 && right > left && top > bottom
}

function fillOf([ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0]: Quad): string {
  const corners = [
    { x: ax, y: ay },
    { x: bx, y: by },
    { x: dx, y: dy },
    { x: cx, y: cy },
  ]
  return `${path(corners)} h f`
}

function strokeOf(quad: Quad, kind: 'underline' | 'strike'): string {
  const { from, to, width } = lineOf(quad, kind)
  return `${number(width)} w ${path([from, to].map(([x, y]) => ({ x, y })))} S`
}

/** A point alone is a line of no length with round ends: a dot. */
function inkOf(points: readonly InkPoint[], width: number): string[] {
  const [first] = points
  if (points.length === 1 && first)
    return [`${number(strokeWidth(width, first.pressure))} w ${path([first, first])} S`]
  return strokeRuns(points, width).map((run) => `${number(run.width)} w ${path(run.points)} S`)
}

function noteOf(left: number, top: number, colour: string): string {
  const lines = noteLines.map(({ down, to }) =>
    path([
      { x: left + 4, y: top - down },
      { x: left + to, y: top - down },
    ]),
  )
  return [
    `/Edge gs ${operator(colour, 'rg')} 0 0 0 RG 0.8 w`,
    `${roundedSquare(left, top - noteSide, noteSide, 3)} B`,
    `/Lines gs ${lines.join(' ')} S`,
  ].join('\n')
}

const ribbon = { fromSide: 18, width: 16, height: 25, notch: 6 }

/** Hangs from the upper edge, near the right, of the page as it is shown. */
function ribbonOf({ crop, turn }: PageShape, colour: string): Appearance | null {
  const { fromSide, width, height, notch } = ribbon
  const right = fromSide
  const left = fromSide + width
  const shape: [fromRight: number, fromTop: number][] = [
    [left, 0],
    [right, 0],
    [right, height],
    [(left + right) / 2, height - notch],
    [left, height],
  ]
  const points = shape.map(([fromRight, fromTop]) => onPage(crop, turn, fromRight, fromTop))
  const boxes = points.map(({ x, y }): Rect => [x, y, x, y])
  return drawn(boxes, [operator(colour, 'rg'), `${path(points)} h f`])
}

function onPage([left, bottom, right, top]: Rect, turn: number, fromRight: number, fromTop: number): Point {
  switch (turn) {
    case 90:
      return { x: left + fromTop, y: top - fromRight }
    case 180:
      return { x: left + fromRight, y: bottom + fromTop }
    case 270:
      return { x: right - fromTop, y: bottom + fromRight }
    default:
      return { x: right - fromRight, y: top - fromTop }
  }
}
