import type { Rect } from '../../shared/domain/annotation.ts'
import type { InkPoint } from '../../shared/domain/ink-stroke.ts'
import type { MarkPage, MarkTool } from './mark.ts'
import { coverOf, layOver } from './mark-canvas.ts'
import { type HandParts, type Means, pointOn } from './mark-gesture.ts'
import { paintStroke } from './paint-marks.ts'

type Ink = Extract<MarkTool, { kind: 'ink' }>

/**
 * Draws while the pen moves: what the browser has gathered since the last time at once, and what it foresees as a tail that
 * the next event takes away. The note is written only when the pen is lifted.
 */
export function createInkPen({ sink, repaint, ratio, inSight }: HandParts): (ink: Ink) => Means {
  return ({ colour, width }) => ({
    begin(page, down) {
      const covers = coverOf(page.frame, inSight(page), ratio())
      const live = layOver(page.place, page.frame, covers, { ratio: ratio(), isLive: true, old: null })
      if (!live) return null
      const { canvas, brush } = live
      const points: InkPoint[] = [inkPoint(page, down)]
      let tail: readonly InkPoint[] = []
      paintStroke(brush, points, colour, width)
      const leave = () => {
        canvas.remove()
        canvas.width = 0
      }
      return {
        move(event) {
          const from = points.length - 1
          for (const each of gathered(event)) points.push(inkPoint(page, each))
          if (tail.length > 0)
            wipe(brush, around(tail, width * 2), () => paintStroke(brush, points, colour, width))
          else paintStroke(brush, points.slice(from), colour, width)
          tail = foreseen(event).map((each) => inkPoint(page, each))
          const last = points.at(-1)
          if (tail.length > 0 && last) {
            tail = [last, ...tail]
            paintStroke(brush, tail, colour, width)
          }
        },
        end(event) {
          points.push(inkPoint(page, event))
          sink.ink(page.page, points)
          repaint(page.page)
          // The note has been painted below before this is taken away.
          requestAnimationFrame(leave)
        },
        cancel: leave,
      }
    },
  })
}

/** Mice press with 0.5; a finger that tells no pressure presses the same. */
function inkPoint(page: MarkPage, event: PointerEvent): InkPoint {
  const [x, y] = pointOn(page, event)
  const pressure = event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : 0.5
  return { x, y, pressure }
}

/** Missing on some tablets. */
function gathered(event: PointerEvent): PointerEvent[] {
  const all = event.getCoalescedEvents?.() ?? []
  return all.length > 0 ? all : [event]
}

const foreseen = (event: PointerEvent): PointerEvent[] => event.getPredictedEvents?.() ?? []

function around(points: readonly InkPoint[], beside: number): Rect {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return [
    Math.min(...xs) - beside,
    Math.min(...ys) - beside,
    Math.max(...xs) + beside,
    Math.max(...ys) + beside,
  ]
}

/** Takes away what lies in a box, and paints there again. */
function wipe(brush: CanvasRenderingContext2D, [left, bottom, right, top]: Rect, again: () => void): void {
  brush.save()
  brush.beginPath()
  brush.rect(left, bottom, right - left, top - bottom)
  brush.clip()
  brush.clearRect(left, bottom, right - left, top - bottom)
  again()
  brush.restore()
}
