import type { AnnotationCore, Quad } from './annotation.ts'
import { decodeStroke } from './ink-stroke.ts'
import { matchPages } from './page-match.ts'
import { foldedWords, type PageText, pageText, type TextRun } from './page-text.ts'

/**
 * Where marks of a former version belong in a new one (A4). What was written over words or beside them follows the words; what
 * has none stays on its page where that page is still there. The rest is told as unplaced, and never dropped.
 */

export type Anchored =
  /** Moved by `dx`, `dy`; or, for what lies over words, over these. */
  { kind: 'placed'; page: number; dx: number; dy: number; quads: Quad[] | null } | { kind: 'unplaced' }

/** @param former the version that the marks were made on; null where this device no longer has its text. */
export function anchorAnnotations(marks: readonly Mark[], former: Runs | null, next: Runs): Anchored[] {
  const anchor = anchorBetween(former ?? nothing, next)
  return marks.map((mark) => {
    const known = anchor.known.get(mark.geometry)
    if (known?.page === mark.page && known.quote === mark.quote) return known.place
    const place = anchor.find(mark)
    anchor.known.set(mark.geometry, { page: mark.page, quote: mark.quote, place })
    return place
  })
}

type Mark = Pick<AnnotationCore, 'page' | 'quote' | 'geometry'>
type Runs = readonly (readonly TextRun[])[]
type Known = WeakMap<Mark['geometry'], Pick<Mark, 'page' | 'quote'> & { place: Anchored }>
type Anchor = { find(mark: Mark): Anchored; known: Known }

const nothing: Runs = []
/** By the texts themselves: each mark that is made asks for the places of all others again. */
const anchors = new WeakMap<Runs, WeakMap<Runs, Anchor>>()

function anchorBetween(former: Runs, next: Runs): Anchor {
  const ofNext = anchors.get(next) ?? new WeakMap<Runs, Anchor>()
  anchors.set(next, ofNext)
  const anchor = ofNext.get(former) ?? {
    find: findBetween(former === nothing ? null : former, next),
    known: new WeakMap(),
  }
  ofNext.set(former, anchor)
  return anchor
}

function findBetween(former: Runs | null, next: Runs): Anchor['find'] {
  const pages = next.map(pageText)
  const pageOf = matchPages(
    (former ?? nothing).map((runs) => pageText(runs).folded),
    pages.map(({ folded }) => folded),
  )
  return (mark) => {
    const { quote, geometry } = mark
    const expected = pageOf(mark.page)
    const found = quote && findQuote(quote, pages, expected ?? mark.page)
    if (found) {
      const quads = pages[found.page]?.quads(found.from, found.to) ?? []
      if ('quads' in geometry && quads.length > 0)
        return { kind: 'placed', page: found.page, dx: 0, dy: 0, quads }
      const move = moveOf(mark, quads[0])
      if (move) return { kind: 'placed', page: found.page, ...move, quads: null }
    }
    // Words that went take what was written over them along; a margin mark stays with its page.
    if (expected === null || 'quads' in geometry) return { kind: 'unplaced' }
    return { kind: 'placed', page: expected, dx: 0, dy: 0, quads: null }
  }
}

type Found = { page: number; from: number; to: number }

/** The occurrence whose surroundings are most alike; of equals the one on the nearest page. */
function findQuote(
  { before, exact, after }: NonNullable<AnnotationCore['quote']>,
  pages: readonly PageText[],
  near: number,
): Found | null {
  const wanted = foldedWords(exact)
  if (wanted === '') return null
  const [left, right] = [foldedWords(before), foldedWords(after)]
  let best: { found: Found; score: number } | null = null
  for (const [page, { folded }] of pages.entries()) {
    for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + 1)) {
      const to = from + wanted.length
      const alike =
        sharedEnd(left, folded.slice(0, from).trimEnd()) + sharedStart(right, folded.slice(to).trimStart())
      const score = alike - Math.min(0.9, Math.abs(page - near) / 1000)
      if (best === null || score > best.score) best = { found: { page, from, to }, score }
    }
  }
  if (best === null) return null
  // A word or two that stand anywhere are not the words that were marked: their surroundings must say so.
  const isTelling = wanted.length >= 16 || best.score >= Math.min(8, left.length + right.length) - 1
  return isTelling ? best.found : null
}

const longestShared = 64

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < longestShared && length < a.length && a[length] === b[length]) length++
  return length
}

function sharedEnd(a: string, b: string): number {
  let length = 0
  while (length < longestShared && length < a.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

/** How far the words have moved; null where it is not known where they were, or are. A mark in the margin stays in it. */
function moveOf({ quote, geometry }: Mark, is: Quad | undefined): { dx: number; dy: number } | null {
  const [left = 0, top = 0, right = 0] = is ?? []
  if (!quote?.at || right <= left) return null
  const [wasLeft, wasTop] = quote.at
  const across = middleOf(geometry)
  const isOver = across >= wasLeft && across <= wasLeft + right - left
  return { dx: isOver ? left - wasLeft : 0, dy: top - wasTop }
}

function middleOf(geometry: Mark['geometry']): number {
  if (geometry.kind === 'note') return geometry.at[0]
  if (geometry.kind === 'text') return geometry.box[0]
  const xs = geometry.kind === 'ink' ? (decodeStroke(geometry.strokes[0] ?? new Uint8Array()) ?? []) : []
  return xs.reduce((sum, { x }) => sum + x / xs.length, 0)
}
