import { anchorAnnotations } from '../../shared/domain/annotation-anchor.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { TextRun } from '../../shared/domain/page-text.ts'
import type { ShownAnnotation, TextOf } from './annotation-handle.ts'

type StoredText = readonly (string | null)[]

/**
 * The texts by which marks of former versions find their places in this one (A4). The stored texts say on which page; only of
 * these pages the open document is asked where the words stand, since they may be few of many hundreds.
 */
export async function textsForMarks(
  version: Hash,
  marks: readonly ShownAnnotation[],
  parts: {
    text(version: Hash): Promise<StoredText | null>
    /** @param page from 1 */
    runs(page: number): Promise<TextRun[]>
    /** How many the open document has. */
    pages: number
  },
): Promise<TextOf> {
  const texts = new Map<Hash, TextRun[][]>()
  for (const former of new Set(marks.map((mark) => mark.version))) {
    const stored = await parts.text(former)
    if (stored) texts.set(former, runsOf(stored, nowhere))
  }
  const next = await parts.text(version)
  const pages = next ? runsOf(next, nowhere) : []
  // A version that has just come, or that the server could make nothing of: all its words, page by page.
  const needed = next ? pagesOf(marks, texts, runsOf(next, [0, 0, 1, 1])) : Array(parts.pages).keys()
  for (const page of needed) pages[page] = await parts.runs(page + 1)
  texts.set(version, pages)
  return (of) => texts.get(of) ?? null
}

/** Where words are now that lie under marks, or beside them. */
function pagesOf(
  marks: readonly ShownAnnotation[],
  texts: ReadonlyMap<Hash, TextRun[][]>,
  anywhere: TextRun[][],
): Set<number> {
  const needed = new Set<number>()
  for (const [former, theirs] of Map.groupBy(marks, (mark) => mark.version)) {
    for (const [i, place] of anchorAnnotations(theirs, texts.get(former) ?? null, anywhere).entries()) {
      if (place.kind === 'placed' && (place.quads || theirs[i]?.quote?.at)) needed.add(place.page)
    }
  }
  return needed
}

/** As `textsForMarks`, where nothing is to be drawn: by mark the page, from 0, that it stands on in this version. */
export async function pagesForMarks(
  version: Hash,
  marks: readonly ShownAnnotation[],
  textOf: (version: Hash) => Promise<StoredText | null>,
): Promise<Map<string, number>> {
  const pages = new Map<string, number>()
  const next = await textOf(version)
  if (!next) return pages
  const anywhere = runsOf(next, [0, 0, 1, 1])
  for (const [former, theirs] of Map.groupBy(marks, (mark) => mark.version)) {
    const stored = await textOf(former)
    const places = anchorAnnotations(theirs, stored && runsOf(stored, nowhere), anywhere)
    for (const [i, place] of places.entries()) {
      const mark = theirs[i]
      if (mark && place.kind === 'placed') pages.set(mark.id, place.page)
    }
  }
  return pages
}

const nowhere: TextRun['box'] = [0, 0, 0, 0]

const runsOf = (pages: StoredText, box: TextRun['box']): TextRun[][] =>
  pages.map((text) => (text ?? '').split('\n').map((line) => ({ text: line, box })))
