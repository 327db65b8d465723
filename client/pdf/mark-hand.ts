import { createEraser } from './eraser.ts'
import { createInkPen } from './ink-pen.ts'
import type { MarkPage, MarkSink, MarkTool, ShownMark } from './mark.ts'
import { type Gesture, type HandParts, type Means, pointOn, reachOf } from './mark-gesture.ts'
import { touches } from './mark-hits.ts'
import { createMover } from './mover.ts'
import { createWordMarker } from './word-marker.ts'

/** What follows the hand on the pages: pen, marker, eraser, and the finger that chooses and moves. */
export type Hand = {
  setTool(tool: MarkTool): void
  isBusy(): boolean
  /** Marks as they look while a gesture goes on: moved, or already gone. */
  shown(marks: readonly ShownMark[]): readonly ShownMark[]
  close(): void
}

export function followHand(container: HTMLElement, parts: HandParts): Hand {
  const abort = new AbortController()
  let tool: MarkTool = { kind: 'read' }
  let penSeen = false
  let now: { gesture: Gesture; pointer: number } | null = null
  const pen = createInkPen(parts)
  const eraser = createEraser(parts)
  const mover = createMover(parts)
  const marker = createWordMarker(parts)

  const meansOf = (): Means | null => {
    switch (tool.kind) {
      case 'read':
        return null
      case 'ink':
        return pen(tool)
      case 'eraser':
        return eraser
      case 'select':
        return mover
      case 'highlight':
      case 'underline':
      case 'strike':
        return marker(tool)
      case 'text':
      case 'note':
        return placing(tool.kind, parts.sink)
    }
  }
  /** Once a pen has been seen, fingers scroll and zoom and never write. */
  const isFree = (event: PointerEvent) =>
    tool.kind !== 'read' && (event.pointerType !== 'touch' || !penSeen) && event.button <= 0
  const styleTouch = (isPenNear: boolean) => {
    const isHand = tool.kind !== 'read' && (!penSeen || isPenNear)
    container.style.touchAction = isHand ? 'none' : ''
    container.toggleAttribute('data-hand', tool.kind !== 'read')
  }
  const stop = () => {
    now?.gesture.cancel()
    now = null
  }

  const on = { signal: abort.signal } as const
  container.addEventListener(
    'pointerover',
    (event) => {
      if (event.pointerType !== 'pen') return
      penSeen = true
      styleTouch(true)
    },
    on,
  )
  container.addEventListener(
    'pointerleave',
    (event) => {
      if (event.pointerType === 'pen') styleTouch(false)
    },
    on,
  )
  container.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'pen') penSeen = true
      // A second finger navigates: what the first had begun was no gesture of writing.
      if (now) {
        if (event.pointerType === 'touch') stop()
        return
      }
      if (!isFree(event)) return
      const page = pageUnder(event, parts.pages)
      const gesture = page && meansOf()?.begin(page, event)
      if (!gesture) return
      event.preventDefault()
      container.setPointerCapture(event.pointerId)
      now = { gesture, pointer: event.pointerId }
    },
    on,
  )
  container.addEventListener(
    'pointermove',
    (event) => {
      if (now?.pointer === event.pointerId) now.gesture.move(event)
    },
    on,
  )
  container.addEventListener(
    'pointerup',
    (event) => {
      if (now?.pointer !== event.pointerId) return
      const { gesture } = now
      now = null
      gesture.end(event)
    },
    on,
  )
  container.addEventListener('pointercancel', stop, on)
  container.addEventListener(
    'click',
    (event) => {
      if (tool.kind !== 'read' || !isBareTap(event)) return
      const page = pageUnder(event, parts.pages)
      const note = page && noteUnder(event, page, parts)
      if (note) parts.sink.select(note.id)
    },
    on,
  )
  // Else a mouse that writes would select words as well.
  container.addEventListener(
    'mousedown',
    (event) => {
      if (now) event.preventDefault()
    },
    on,
  )
  // A pen's contact must not scroll where browsers turn it into touches as well.
  container.addEventListener(
    'touchstart',
    (event) => {
      if (now && event.touches.length === 1 && event.cancelable) event.preventDefault()
    },
    { ...on, passive: false },
  )

  return {
    setTool(next) {
      stop()
      tool = next
      styleTouch(false)
    },
    isBusy: () => tool.kind !== 'read' && !penSeen,
    shown: (marks) => (tool.kind === 'eraser' ? eraser : mover).shown?.(marks) ?? marks,
    close() {
      stop()
      abort.abort()
      container.style.touchAction = ''
      container.removeAttribute('data-hand')
    },
  }
}

const noteReachPixels = 8

/** No link was meant, and no words were chosen. */
const isBareTap = ({ target }: Event): boolean =>
  target instanceof Element && !target.closest('a, button') && document.getSelection()?.isCollapsed !== false

/** Small as its sign is, it opens for who only reads; other marks lie over words that are read. */
function noteUnder(event: MouseEvent, page: MarkPage, { marksOn }: HandParts): ShownMark | undefined {
  const [at, reach] = [pointOn(page, event), reachOf(page, noteReachPixels)]
  return marksOn(page.page).findLast((mark) => mark.geometry.kind === 'note' && touches(mark, at, reach))
}

function pageUnder(event: MouseEvent, pages: ReadonlyMap<number, MarkPage>): MarkPage | null {
  if (!(event.target instanceof Element)) return null
  const place = event.target.closest('.page')
  return [...pages.values()].find((page) => page.place === place) ?? null
}

const tapPixels = 12

/** A tap puts a text or a note where it falls. */
const placing = (kind: 'text' | 'note', sink: MarkSink): Means => ({
  begin(page, down) {
    const at = pointOn(page, down)
    return {
      move() {},
      end(up) {
        const far = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY)
        if (far <= tapPixels) sink.place(kind, page.page, at)
      },
      cancel() {},
    }
  },
})
