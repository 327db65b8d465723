import { foldText } from '../lib/text.ts'
import type { Quad, Rect } from './annotation.ts'

/**
 * A piece of a line as the page draws it, in reading order. Pages draw letters of one word in several pieces where they come
 * from several fonts, as Vietnamese ones often do: `isJoined` goes on with the word of the piece before.
 */
export type TextRun = { text: string; box: Rect; isJoined?: boolean }

/** A page's text made comparable: no case, no diacritics, one space for any; and where each letter of it stands. */
export type PageText = {
  folded: string
  /** Boxes of the letters from `from` to `to` of `folded`, one a line. */
  quads(from: number, to: number): Quad[]
}

type Spot = { run: number; at: number }

export function pageText(runs: readonly TextRun[]): PageText {
  let folded = ''
  const spots: Spot[] = []
  const put = (letters: string, spot: Spot) => {
    for (const letter of letters) {
      const isSpace = /\s/.test(letter)
      if (isSpace && (folded === '' || folded.endsWith(' '))) continue
      folded += isSpace ? ' ' : letter
      for (let i = 0; i < (isSpace ? 1 : letter.length); i++) spots.push(spot)
    }
  }
  for (const [run, { text, isJoined }] of runs.entries()) {
    if (!isJoined) put(' ', { run: Math.max(0, run - 1), at: runs[run - 1]?.text.length ?? 0 })
    let at = 0
    for (const letter of text) {
      put(foldText(letter), { run, at })
      at += letter.length
    }
  }
  put(' ', { run: runs.length - 1, at: runs.at(-1)?.text.length ?? 0 })
  return {
    folded,
    quads: (from, to) => quadsOf(runs, spots.slice(from, to)),
  }
}

/** The same folding for a text without places. */
export const foldedWords = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim()

function quadsOf(runs: readonly TextRun[], spots: readonly Spot[]): Quad[] {
  const parts = new Map<number, { from: number; to: number }>()
  for (const { run, at } of spots) {
    const part = parts.get(run)
    const end = at + 1
    if (part) parts.set(run, { from: Math.min(part.from, at), to: Math.max(part.to, end) })
    else parts.set(run, { from: at, to: end })
  }
  const lines: Rect[] = []
  for (const [run, { from, to }] of [...parts].sort(([a], [b]) => a - b)) {
    const found = runs[run]
    if (!found) continue
    const box = partOf(found, from, Math.min(to, found.text.length))
    const last = lines.at(-1)
    if (last && isSameLine(last, box)) lines[lines.length - 1] = union(last, box)
    else lines.push(box)
  }
  return lines
    .filter(([left, bottom, right, top]) => right > left && top > bottom)
    .map(([left, bottom, right, top]) => [left, top, right, top, left, bottom, right, bottom])
}

/** Letters of a run are taken to be equally wide: near enough for a mark over words. */
function partOf({ text, box }: TextRun, from: number, to: number): Rect {
  const [left, bottom, right, top] = box
  const step = (right - left) / Math.max(1, text.length)
  return [left + step * from, bottom, left + step * to, top]
}

const isSameLine = (a: Rect, b: Rect): boolean => {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return shared > 0.5 * Math.min(a[3] - a[1], b[3] - b[1])
}

const union = (a: Rect, b: Rect): Rect => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]
