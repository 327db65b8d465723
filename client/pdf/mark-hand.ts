import { createEraser } from './eraser.ts'
import { chooseHands, fingersWrite, penIsSeen } from './hand-use.ts'
import { createInkPen } from './ink-pen.ts'
import type { MarkPage, MarkSink, MarkTool, ShownMark } from './mark.ts'
import { type Gesture, type HandParts, type Means, pointOn, reachOf } from './mark-gesture.ts'
import { touches } from './mark-hits.ts'
import { createMover } from './mover.ts'
import { createWordMarker } from './word-marker.ts'

/** What follows the hand on the pages: pen, marker, eraser, and the finger that chooses and moves. */
export type Hand = {
  setTool(tool: MarkTool): void
  /** Whether one finger writes, and pushes nothing. */
  isBusy(): boolean
  /** A pen is on the glass: what else touches it is the hand that holds the pen. */
  isPenDown(): boolean
  chooseHands(hands: 'pen' | 'both'): void
  /** Marks as they look while a gesture goes on: moved, or already gone. */
  shown(marks: readonly ShownMark[]): readonly ShownMark[]
  close(): void
}

export function followHand(container: HTMLElement, parts: HandParts): Hand {
  const abort = new AbortController()
  let tool: MarkTool = { kind: 'read' }
  let now: { gesture: Gesture; pointer: number; isPen: boolean; last: PointerEvent } | null = null
  /** A finger that the browser does not let scroll, since a pen is near. */
  let pushing: PointerEvent | null = null
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
  const isFree = (event: PointerEvent) =>
    tool.kind !== 'read' && (event.pointerType !== 'touch' || fingersWrite()) && event.button <= 0
  const styleTouch = (isPenNear: boolean) => {
    const isHand = tool.kind !== 'read' && (fingersWrite() || isPenNear)
    container.style.touchAction = isHand ? 'none' : ''
    container.toggleAttribute('data-hand', tool.kind !== 'read')
  }
  const seePen = () => {
    if (penIsSeen()) parts.onHands()
  }
  /** The browser would scroll with it, but for a pen that is near. */
  const isHeldBack = (event: PointerEvent) =>
    event.pointerType === 'touch' && !isFree(event) && container.style.touchAction === 'none'
  const stop = () => {
    now?.gesture.cancel()
    now = null
  }

  const on = { signal: abort.signal } as const
  container.addEventListener(
    'pointerover',
    (event) => {
      if (event.pointerType !== 'pen') return
      seePen()
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
      const isPen = event.pointerType === 'pen'
      if (isPen) seePen()
      // A second finger navigates, and a hand lies down before its pen: what the first had begun was no gesture of writing.
      if (now && !now.isPen && event.pointerType !== 'mouse') stop()
      else if (now) return
      else if (!isPen && pushing === null && isHeldBack(event)) {
        pushing = event
        // The next finger is the browser's again.
        styleTouch(false)
        return
      }
      pushing = null
      if (!isFree(event) || (!isPen && !event.isPrimary)) return
      const page = pageUnder(event, parts.pages)
      const gesture = page && meansOf()?.begin(page, event)
      if (!gesture) return
      event.preventDefault()
      container.setPointerCapture(event.pointerId)
      now = { gesture, pointer: event.pointerId, isPen, last: event }
    },
    on,
  )
  container.addEventListener(
    'pointermove',
    (event) => {
      if (now?.pointer === event.pointerId) {
        now.last = event
        now.gesture.move(event)
      } else if (pushing?.pointerId === event.pointerId) {
        container.scrollBy(pushing.clientX - event.clientX, pushing.clientY - event.clientY)
        pushing = event
      }
    },
    on,
  )
  container.addEventListener(
    'pointerup',
    (event) => {
      if (pushing?.pointerId === event.pointerId) pushing = null
      if (now?.pointer !== event.pointerId) return
      const { gesture } = now
      now = null
      gesture.end(event)
    },
    on,
  )
  container.addEventListener(
    'pointercancel',
    (event) => {
      if (pushing?.pointerId === event.pointerId) pushing = null
      if (now?.pointer !== event.pointerId) return
      const { gesture, isPen, last } = now
      // What a pen has written stays, also where the system takes the pen away.
      if (!isPen) return stop()
      now = null
      gesture.end(last)
    },
    on,
  )
  container.addEventListener(
    'click',
    (event) => {
      const isReading = tool.kind === 'read' || (event.pointerType === 'touch' && !fingersWrite())
      if (!isReading || !isBareTap(event)) return
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
    isBusy: () => tool.kind !== 'read' && fingersWrite(),
    isPenDown: () => now?.isPen === true,
    chooseHands(hands) {
      chooseHands(hands)
      styleTouch(false)
      parts.onHands()
    },
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
