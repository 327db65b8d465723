import type { Quad } from '../../shared/domain/annotation.ts'
import { type InkPoint, strokeWidth } from '../../shared/domain/ink-stroke.ts'
import type { ShownMark } from './mark.ts'
import { boxOfQuad } from './mark-hits.ts'

/** What marks look like, in points of the page: the same on the screen and in an exported file. */

const layers: Readonly<Record<ShownMark['geometry']['kind'], number>> = {
  highlight: 0,
  underline: 1,
  strike: 1,
  ink: 2,
  text: 3,
  note: 4,
  bookmark: 5,
}

/** Words go under ink, and signs of notes over all. */
export const inPaintOrder = <T extends Pick<ShownMark, 'geometry'>>(marks: readonly T[]): T[] =>
  [...marks].sort((a, b) => layers[a.geometry.kind] - layers[b.geometry.kind])

/** How much of what is under a highlight it covers. */
export const highlightAlpha = 0.4

/** A piece of a stroke of one width. */
type StrokeRun = { width: number; points: readonly InkPoint[] }

/** As wide as the pen was pressed; runs of like width in one go. A single point has no runs. */
export function strokeRuns(points: readonly InkPoint[], width: number): StrokeRun[] {
  const runs: StrokeRun[] = []
  let i = 0
  while (i < points.length - 1) {
    const from = i
    const wide = stepOf(points, i)
    while (i < points.length - 1 && stepOf(points, i) === wide) i++
    runs.push({ width: strokeWidth(width, wide / pressureSteps), points: points.slice(from, i + 1) })
  }
  return runs
}

/** Finer steps of width than these are not seen. */
const pressureSteps = 12
const stepOf = (points: readonly InkPoint[], i: number) =>
  Math.round((((points[i]?.pressure ?? 0.5) + (points[i + 1]?.pressure ?? 0.5)) / 2) * pressureSteps)

type Line = { from: [number, number]; to: [number, number]; width: number }

/** The line under or through one line of words. */
export function lineOf(quad: Quad, kind: 'underline' | 'strike'): Line {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = quad
  const [, bottom, , top] = boxOfQuad(quad)
  const up = kind === 'strike' ? 0.45 : 0.06
  return {
    from: [cx + (ax - cx) * up, cy + (ay - cy) * up],
    to: [dx + (bx - dx) * up, dy + (by - dy) * up],
    width: Math.max(0.8, (top - bottom) / 14),
  }
}

/** Of the size of the letters. */
export const lineHeight = 1.35

/** Lines no wider than the box; a word that is wider stands alone. */
export function wrapLines(widthOf: (text: string) => number, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && widthOf(longer) > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
}

/** The lines on a note's sign: how far down from its upper left corner, and to where. */
export const noteLines: readonly { down: number; to: number }[] = [
  { down: 6, to: 16 },
  { down: 10, to: 16 },
  { down: 14, to: 11 },
]
