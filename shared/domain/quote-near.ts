import { type Quote, quoteContext } from './annotation.ts'
import type { TextRun } from './page-text.ts'

/** Enough to be found again, and little beside a sticky note's own words. */
const besideNote: QuoteLength = { exact: 60, around: quoteContext }
/** Of strokes there are some hundreds: what tells one line from another, and no more. */
export const besideStroke: QuoteLength = { exact: 32, around: 12 }
type QuoteLength = { exact: number; around: number }
/** What stands farther off, in points, is not what was written beside. */
const farthest = 60

/** The line nearest to a point: by it a mark that holds no words is found again in a new version (A4). */
export function quoteNear(
  runs: readonly TextRun[],
  [x, y]: readonly [number, number],
  length = besideNote,
): Quote | null {
  const lines = linesOf(runs)
  let best: { at: number; far: number } | null = null
  for (const [at, { box }] of lines.entries()) {
    const [left, bottom, right, top] = box
    const far = Math.max(0, bottom - y, y - top) + Math.max(0, left - x, x - right) / 8
    if (far <= farthest && (best === null || far < best.far)) best = { at, far }
  }
  const line = best && lines[best.at]
  if (!best || !line) return null
  const exact = line.text.slice(0, length.exact).trim()
  if (exact === '') return null
  const [left, , , top] = line.box
  return {
    before: (lines[best.at - 1]?.text ?? '').slice(-length.around),
    exact,
    after: line.text.slice(length.exact, length.exact + length.around),
    at: [left, top],
  }
}

type Line = { text: string; box: [number, number, number, number] }

function linesOf(runs: readonly TextRun[]): Line[] {
  const lines: Line[] = []
  for (const { text, box, isJoined } of runs) {
    if (text.trim() === '') continue
    const [left, bottom, right, top] = box
    const last = lines.at(-1)
    const middle = (bottom + top) / 2
    if (last && middle > last.box[1] && middle < last.box[3]) {
      last.text += (isJoined ? '' : ' ') + text
      last.box = [Math.min(last.box[0], left), last.box[1], Math.max(last.box[2], right), last.box[3]]
    } else lines.push({ text, box: [left, bottom, right, top] })
  }
  return lines
}
