import type { Quad } from '../../shared/domain/annotation.ts'
import { type InkPoint, strokeWidth } from '../../shared/domain/ink-stroke.ts'
import type { ShownMark } from './mark.ts'
import { boxOf, noteSide, strokePoints } from './mark-hits.ts'
import {
  highlightAlpha,
  inPaintOrder,
  lineHeight,
  lineOf,
  noteLines,
  strokeRuns,
  wrapLines,
} from './mark-shapes.ts'

type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Draws marks with a brush whose units are the page's (y upward). */
export function paintMarks(brush: Brush, marks: readonly ShownMark[]): void {
  for (const mark of inPaintOrder(marks)) {
    brush.save()
    brush.translate(mark.dx, mark.dy)
    paintMark(brush, mark)
    brush.restore()
  }
  for (const mark of marks) paintAuthor(brush, mark)
}

const tag = { width: 16, height: 11, letters: 7.5 }

/** At the upper left of a colleague's mark. */
function paintAuthor(brush: Brush, mark: ShownMark): void {
  const box = mark.by && boxOf(mark)
  if (!mark.by || !box) return
  const [left, , , top] = box
  brush.save()
  brush.translate(left - 2, top + tag.height)
  brush.scale(1, -1)
  brush.fillStyle = mark.by.colour
  brush.beginPath()
  brush.roundRect(0, 0, tag.width, tag.height, 2)
  brush.fill()
  brush.fillStyle = '#ffffff'
  brush.font = `600 ${tag.letters}px "Be Vietnam Pro", sans-serif`
  brush.textAlign = 'center'
  brush.textBaseline = 'middle'
  brush.fillText(mark.by.initials, tag.width / 2, tag.height / 2 + 0.5)
  brush.restore()
}

function paintMark(brush: Brush, mark: ShownMark): void {
  const { geometry, colour, width } = mark
  switch (geometry.kind) {
    case 'highlight':
      brush.globalAlpha = highlightAlpha
      brush.fillStyle = colour
      for (const quad of geometry.quads) fillQuad(brush, quad)
      return
    case 'underline':
    case 'strike':
      brush.strokeStyle = colour
      for (const quad of geometry.quads) paintLine(brush, quad, geometry.kind)
      return
    case 'ink':
      for (const stroke of geometry.strokes) paintStroke(brush, strokePoints(stroke), colour, width)
      return
    case 'text':
      paintText(brush, mark, geometry.box, geometry.size)
      return
    case 'note':
      paintNote(brush, geometry.at, colour)
      return
    case 'bookmark':
  }
}

/** As wide as the pen was pressed; runs of like width in one go. */
export function paintStroke(brush: Brush, points: readonly InkPoint[], colour: string, width: number): void {
  const [first] = points
  if (!first) return
  brush.strokeStyle = colour
  brush.fillStyle = colour
  brush.lineCap = 'round'
  brush.lineJoin = 'round'
  if (points.length === 1) {
    brush.beginPath()
    brush.arc(first.x, first.y, strokeWidth(width, first.pressure) / 2, 0, 2 * Math.PI)
    brush.fill()
    return
  }
  for (const run of strokeRuns(points, width)) {
    brush.lineWidth = run.width
    brush.beginPath()
    for (const [i, { x, y }] of run.points.entries()) {
      if (i === 0) brush.moveTo(x, y)
      else brush.lineTo(x, y)
    }
    brush.stroke()
  }
}

function fillQuad(
  brush: Brush,
  [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0]: Quad,
): void {
  brush.beginPath()
  brush.moveTo(ax, ay)
  brush.lineTo(bx, by)
  brush.lineTo(dx, dy)
  brush.lineTo(cx, cy)
  brush.closePath()
  brush.fill()
}

function paintLine(brush: Brush, quad: Quad, kind: 'underline' | 'strike'): void {
  const { from, to, width } = lineOf(quad, kind)
  brush.lineWidth = width
  brush.beginPath()
  brush.moveTo(...from)
  brush.lineTo(...to)
  brush.stroke()
}

function paintText(
  brush: Brush,
  { text, colour }: ShownMark,
  [left, , right, top]: readonly [number, number, number, number],
  size: number,
): void {
  brush.translate(left, top)
  // Letters stand upright where the page's axis points up.
  brush.scale(1, -1)
  brush.font = `500 ${size}px "Be Vietnam Pro", sans-serif`
  brush.fillStyle = colour
  brush.textBaseline = 'alphabetic'
  const widthOf = (words: string) => brush.measureText(words).width
  for (const [i, line] of wrapLines(widthOf, text, right - left).entries()) {
    brush.fillText(line, 0, size + i * size * lineHeight)
  }
}

function paintNote(brush: Brush, [left, top]: readonly [number, number], colour: string): void {
  brush.fillStyle = colour
  brush.strokeStyle = 'rgb(0 0 0 / 55%)'
  brush.lineWidth = 0.8
  brush.beginPath()
  brush.roundRect(left, top - noteSide, noteSide, noteSide, 3)
  brush.fill()
  brush.stroke()
  brush.strokeStyle = 'rgb(0 0 0 / 65%)'
  for (const { down, to } of noteLines) {
    brush.beginPath()
    brush.moveTo(left + 4, top - down)
    brush.lineTo(left + to, top - down)
    brush.stroke()
  }
}
