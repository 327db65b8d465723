import type { ShownMark } from './mark.ts'
import { type HandParts, type Means, pointOn, reachOf } from './mark-gesture.ts'
import { touches } from './mark-hits.ts'

const reachPixels = 10
const stillPixels = 4

/** Chooses a mark by touching it, and moves one's own by dragging. */
export function createMover({ sink, marksOn, repaint }: HandParts): Means {
  let moving: { id: string; dx: number; dy: number } | null = null
  return {
    shown: (marks) => {
      const now = moving
      if (!now) return marks
      const at = (mark: ShownMark) =>
        mark.id === now.id ? { ...mark, dx: mark.dx + now.dx, dy: mark.dy + now.dy } : mark
      return marks.map(at)
    },
    begin(page, down) {
      const from = pointOn(page, down)
      const hit = marksOn(page.page).findLast((mark) => touches(mark, from, reachOf(page, reachPixels)))
      sink.select(hit?.id ?? null)
      if (!hit) return null
      const isMovable = hit.isMine && hit.geometry.kind !== 'bookmark'
      return {
        move(event) {
          const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY)
          if (!isMovable || (moving === null && far < stillPixels)) return
          const [x, y] = pointOn(page, event)
          moving = { id: hit.id, dx: x - from[0], dy: y - from[1] }
          repaint(page.page)
        },
        end() {
          const done = moving
          moving = null
          if (done) sink.move(done.id, done.dx, done.dy)
        },
        cancel() {
          moving = null
          repaint(page.page)
        },
      }
    },
  }
}
