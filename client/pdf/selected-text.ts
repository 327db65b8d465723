import { type Quad, type Quote, quoteContext } from '../../shared/domain/annotation.ts'
import type { MarkPage, PageFrame } from './mark.ts'

export type SelectedText = { page: number; quads: Quad[]; quote: Quote }

/**
 * What is selected in the text of the pages: for each page its boxes, one a line, and its words with what stands around them.
 * @param pages those that are drawn
 */
export function selectedText(selection: Selection | null, pages: readonly MarkPage[]): SelectedText[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return pages.flatMap(({ page, place, frame }) => {
    const text = place.querySelector<HTMLElement>('.textLayer')
    if (!text || !range.intersectsNode(text)) return []
    const inside = document.createRange()
    inside.selectNodeContents(text)
    if (inside.compareBoundaryPoints(Range.START_TO_START, range) < 0) {
      inside.setStart(range.startContainer, range.startOffset)
    }
    if (inside.compareBoundaryPoints(Range.END_TO_END, range) > 0) {
      inside.setEnd(range.endContainer, range.endOffset)
    }
    const exact = wordsIn(inside).trim()
    const quads = quadsOf(inside, place, frame)
    if (exact === '' || quads.length === 0) return []
    return [{ page, quads, quote: { exact: exact.slice(0, 8000), ...contextOf(text, inside) } }]
  })
}

/** Where pdf.js ends a line there is no letter between its last word and the next. */
function wordsIn(range: Range): string {
  const part = range.cloneContents()
  for (const end of part.querySelectorAll('br')) end.replaceWith(' ')
  return (part.textContent ?? '').replace(/\s+/g, ' ').normalize('NFC')
}

function contextOf(text: HTMLElement, inside: Range): { before: string; after: string } {
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(inside.startContainer, inside.startOffset)
  const after = document.createRange()
  after.setStart(inside.endContainer, inside.endOffset)
  after.setEnd(text, text.childNodes.length)
  return {
    before: wordsIn(before).slice(-quoteContext),
    after: wordsIn(after).slice(0, quoteContext),
  }
}

function quadsOf(range: Range, place: HTMLElement, frame: PageFrame): Quad[] {
  const origin = place.getBoundingClientRect()
  const lines: DOMRect[] = []
  for (const box of range.getClientRects()) {
    if (box.width < 1 || box.height < 1) continue
    const last = lines.at(-1)
    if (last && isSameLine(last, box)) lines[lines.length - 1] = union(last, box)
    else lines.push(box)
  }
  return lines.map((box) => {
    const corner = (x: number, y: number) => frame.toPage(x - origin.left, y - origin.top)
    return [
      ...corner(box.left, box.top),
      ...corner(box.right, box.top),
      ...corner(box.left, box.bottom),
      ...corner(box.right, box.bottom),
    ]
  })
}

const isSameLine = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(a.height, b.height) &&
  b.left - a.right < a.height * 3

function union(a: DOMRect, b: DOMRect): DOMRect {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)]
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top)
}
