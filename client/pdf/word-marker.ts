import type { Quad } from '../../shared/domain/annotation.ts'
import type { MarkTool, TextMarkKind } from './mark.ts'
import { type HandParts, type Means, pointOn, reachOf } from './mark-gesture.ts'
import { type PageWord, pageLines, type Spot, wholeWords } from './page-words.ts'
import { selectedText } from './selected-text.ts'

type Marker = Extract<MarkTool, { kind: TextMarkKind }>

const leastPixels = 8
/** A hand that rests is no stroke: it would mark a word. */
const stillPixels = 4

/** Marks the words that it passes over, each as a whole; where a page has none, the area. */
export function createWordMarker({ sink, pages }: HandParts): (marker: Marker) => Means {
  return ({ kind }) => ({
    begin(page, down) {
      const selection = document.getSelection()
      const from = spotAt(down)
      selection?.removeAllRanges()
      const wordsOf = rememberWords()
      const stretch = (event: PointerEvent) => {
        const to = spotAt(event)
        const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY)
        if (!from || !to) return
        const whole = far < stillPixels ? null : wholeWords(wordsOf(from, to), from, to)
        if (!whole) selection?.removeAllRanges()
        else selection?.setBaseAndExtent(whole.from.node, whole.from.offset, whole.to.node, whole.to.offset)
      }
      return {
        move: stretch,
        end(up) {
          stretch(up)
          const found = selectedText(selection, [...pages.values()])
          selection?.removeAllRanges()
          for (const { page: number, quads, quote } of found) sink.textMark(kind, number, quads, quote)
          if (found.length > 0 || page.place.dataset['text'] === 'yes') return
          const area = areaOf(pointOn(page, down), pointOn(page, up), reachOf(page, leastPixels))
          if (area) sink.textMark(kind, page.page, [area], null)
        },
        cancel() {
          selection?.removeAllRanges()
        },
      }
    },
  })
}

/** The words of the pages that a stroke has touched, read once, in the order of the document. */
function rememberWords(): (one: Spot, other: Spot) => PageWord[] {
  const known = new Map<HTMLElement, PageWord[]>()
  const read = ({ node }: Spot) => {
    const layer = node.parentElement?.closest<HTMLElement>('.textLayer')
    if (layer && !known.has(layer)) known.set(layer, pageLines(layer).flat())
  }
  return (one, other) => {
    read(one)
    read(other)
    return [...known]
      .sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
      .flatMap(([, words]) => words)
  }
}

/** Letters under a point, where there are any. */
function spotAt({ clientX, clientY }: PointerEvent): Spot | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const found = document.caretPositionFromPoint(clientX, clientY)
    return found && spotOf(found.offsetNode, found.offset)
  }
  const found = document.caretRangeFromPoint?.(clientX, clientY)
  return found ? spotOf(found.startContainer, found.startOffset) : null
}

const spotOf = (node: Node, offset: number): Spot | null =>
  node instanceof Text && node.parentElement?.closest('.textLayer') ? { node, offset } : null

function areaOf([ax, ay]: [number, number], [bx, by]: [number, number], least: number): Quad | null {
  const [left, right] = [Math.min(ax, bx), Math.max(ax, bx)]
  const [bottom, top] = [Math.min(ay, by), Math.max(ay, by)]
  if (right - left < least || top - bottom < least) return null
  return [left, top, right, top, left, bottom, right, bottom]
}
