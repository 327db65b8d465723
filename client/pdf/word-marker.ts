import type { Quad } from '../../shared/domain/annotation.ts'
import type { MarkTool, TextMarkKind } from './mark.ts'
import { type HandParts, type Means, pointOn, reachOf } from './mark-gesture.ts'
import { selectedText } from './selected-text.ts'

type Marker = Extract<MarkTool, { kind: TextMarkKind }>
type Spot = { node: Node; offset: number }

const leastPixels = 8

/** Marks the words that it passes over; where a page has none, the area. */
export function createWordMarker({ sink, pages }: HandParts): (marker: Marker) => Means {
  return ({ kind }) => ({
    begin(page, down) {
      const selection = document.getSelection()
      const from = spotAt(down)
      selection?.removeAllRanges()
      const stretch = (event: PointerEvent) => {
        const to = spotAt(event)
        if (from && to && selection) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
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

/** Letters under a point, where there are any. */
function spotAt({ clientX, clientY }: PointerEvent): Spot | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const found = document.caretPositionFromPoint(clientX, clientY)
    return found && isText(found.offsetNode) ? { node: found.offsetNode, offset: found.offset } : null
  }
  const found = document.caretRangeFromPoint?.(clientX, clientY)
  return found && isText(found.startContainer)
    ? { node: found.startContainer, offset: found.startOffset }
    : null
}

const isText = (node: Node): boolean =>
  node.nodeType === Node.TEXT_NODE && node.parentElement?.closest('.textLayer') !== null

function areaOf([ax, ay]: [number, number], [bx, by]: [number, number], least: number): Quad | null {
  const [left, right] = [Math.min(ax, bx), Math.max(ax, bx)]
  const [bottom, top] = [Math.min(ay, by), Math.max(ay, by)]
  if (right - left < least || top - bottom < least) return null
  return [left, top, right, top, left, bottom, right, bottom]
}
