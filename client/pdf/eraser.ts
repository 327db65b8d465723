import { type HandParts, type Means, pointOn, reachOf } from './mark-gesture.ts'
import { touches } from './mark-hits.ts'

const reachPixels = 7

/** Takes away whole marks of one's own that it passes over; one gesture is one step of undo. */
export function createEraser({ sink, marksOn, repaint }: HandParts): Means {
  const gone = new Set<string>()
  return {
    shown: (marks) => (gone.size === 0 ? marks : marks.filter(({ id }) => !gone.has(id))),
    begin(page, down) {
      const reach = reachOf(page, reachPixels)
      const pass = (event: PointerEvent) => {
        const at = pointOn(page, event)
        const hit = marksOn(page.page).filter(
          (mark) => mark.isMine && !gone.has(mark.id) && touches(mark, at, reach),
        )
        if (hit.length === 0) return
        for (const { id } of hit) gone.add(id)
        repaint(page.page)
      }
      pass(down)
      return {
        move(event) {
          for (const each of event.getCoalescedEvents?.() ?? [event]) pass(each)
        },
        end() {
          const ids = [...gone]
          gone.clear()
          if (ids.length > 0) sink.erase(ids)
        },
        cancel() {
          gone.clear()
          repaint(page.page)
        },
      }
    },
  }
}
