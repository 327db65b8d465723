import type { Quad } from '../../shared/domain/annotation.ts'
import { type InkPoint, strokeWidth } from '../../shared/domain/ink-stroke.ts'
import type { ShownMark } from './mark.ts'
import { boxOf, boxOfQuad, noteSide, strokePoints } from './mark-hits.ts'

type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Draws marks with a brush whose units are the page's (y upward). Words go under ink, and signs of notes over all. */
export function paintMarks(brush: Brush, marks: readonly ShownMark[]): void {
  for (const mark of [...marks].sort((a, b) => layerOf(a) - layerOf(b))) {
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

const layers: Readonly<Record<ShownMark['geometry']['kind'], number>> = {
  highlight: 0,
  underline: 1,
  strike: 1,
  ink: 2,
  text: 3,
  note: 4,
  bookmark: 5,
}
const layerOf = ({ geometry }: ShownMark) => layers[geometry.kind]

function paintMark(brush: Brush, mark: ShownMark): void {
  const { geometry, colour, width } = mark
  switch (geometry.kind) {
    case 'highlight':
      brush.globalAlpha = 0.4
      brush.fillStyle = colour
      for (const quad of geometry.quads) fillQuad(brush, quad)
      return
    case 'underline':
    case 'strike':
      brush.strokeStyle = colour
      for (const quad of geometry.quads) lineOf(brush, quad, geometry.kind === 'strike')
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
  let i = 0
  while (i < points.length - 1) {
    const wide = stepOf(points, i)
    brush.lineWidth = strokeWidth(width, wide / pressureSteps)
    brush.beginPath()
    const from = points[i]
    if (from) brush.moveTo(from.x, from.y)
    for (; i < points.length - 1 && stepOf(points, i) === wide; i++) {
      const to = points[i + 1]
      if (to) brush.lineTo(to.x, to.y)
    }
    brush.stroke()
  }
}

/** Finer steps of width than these are not seen. */
const pressureSteps = 12
const stepOf = (points: readonly InkPoint[], i: number) =>
  Math.round((((points[i]?.pressure ?? 0.5) + (points[i + 1]?.pressure ?? 0.5)) / 2) * pressureSteps)

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

function lineOf(brush: Brush, quad: Quad, isStrike: boolean): void {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = quad
  const [, bottom, , top] = boxOfQuad(quad)
  brush.lineWidth = Math.max(0.8, (top - bottom) / 14)
  const up = isStrike ? 0.45 : 0.06
  brush.beginPath()
  brush.moveTo(cx + (ax - cx) * up, cy + (ay - cy) * up)
  brush.lineTo(dx + (bx - dx) * up, dy + (by - dy) * up)
  brush.stroke()
}

const lineHeight = 1.35

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
  for (const [i, line] of wrap(brush, text, right - left).entries()) {
    brush.fillText(line, 0, size + i * size * lineHeight)
  }
}

/** Lines no wider than the box; a word that is wider stands alone. */
function wrap(brush: Pick<Brush, 'measureText'>, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && brush.measureText(longer).width > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
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
  for (const down of [6, 10, 14]) {
    brush.beginPath()
    brush.moveTo(left + 4, top - down)
    brush.lineTo(left + (down === 14 ? 11 : 16), top - down)
    brush.stroke()
  }
}
