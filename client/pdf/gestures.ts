/**
 * Two fingers, or the wheel with Ctrl, zoom about the point between; a double tap zooms in and back; one quick stroke to the
 * side, where nothing more lies at that side, turns over. One finger scrolls as ever.
 */
type Gestures = {
  /** Factor, and the point that stays where it is, in client coordinates. */
  zoomBy(factor: number, origin: [number, number]): void
  doubleTap(origin: [number, number]): void
  /** The finger went to the left: forward. */
  turn(way: 'forward' | 'back'): void
  /** While something else has the finger (a pen, an eraser): only two fingers count. */
  isBusy(): boolean
  /** While a pen is on the glass no finger counts. */
  isPenDown(): boolean
}

type Tap = { x: number; y: number; at: number; scrolled: number }

const quickMs = 400
const doubleTapMs = 320
const nearPx = 24
const strokePx = 72

/** @returns ends it */
export function followFingers(place: HTMLElement, gestures: Gestures): () => void {
  const abort = new AbortController()
  const on = { signal: abort.signal, passive: false } as const
  let before: ReturnType<typeof pairOf> = null
  let down: Tap | null = null
  let lastTap: Tap | null = null

  const tapOf = (touch: Touch, at: number): Tap => ({
    x: touch.clientX,
    y: touch.clientY,
    at,
    scrolled: place.scrollLeft,
  })

  place.addEventListener(
    'touchstart',
    (event) => {
      const [touch] = event.touches
      down = event.touches.length === 1 && touch ? tapOf(touch, event.timeStamp) : null
    },
    { ...on, passive: true },
  )
  place.addEventListener(
    'touchmove',
    (event) => {
      const pair = gestures.isPenDown() ? null : pairOf(event.touches)
      if (!pair) {
        const [touch] = event.touches
        // The browser would take it for its own way back, and leave the reader.
        if (down && touch && leadsOut(place, down, touch)) event.preventDefault()
        return
      }
      event.preventDefault()
      if (before) {
        place.scrollBy(before.middle[0] - pair.middle[0], before.middle[1] - pair.middle[1])
        const factor = pair.apart / before.apart
        // Small tremors would redraw all the time.
        if (Math.abs(factor - 1) < 0.02) {
          before = { ...pair, apart: before.apart }
          return
        }
        gestures.zoomBy(factor, pair.middle)
      }
      before = pair
    },
    on,
  )
  const release = (event: TouchEvent) => {
    before = null
    const [touch] = event.changedTouches
    const begun = down
    down = null
    if (event.type !== 'touchend' || !begun || !touch || gestures.isBusy() || gestures.isPenDown()) return
    const [x, y] = [touch.clientX - begun.x, touch.clientY - begun.y]
    if (event.timeStamp - begun.at > quickMs) return
    if (Math.abs(x) > strokePx && Math.abs(x) > 2 * Math.abs(y)) {
      lastTap = null
      const way = x < 0 ? 'forward' : 'back'
      if (isAtSide(place, way) && place.scrollLeft === begun.scrolled) gestures.turn(way)
      return
    }
    if (Math.hypot(x, y) > nearPx || isControl(event.target)) return
    const tap = tapOf(touch, event.timeStamp)
    const isDouble =
      lastTap !== null &&
      tap.at - lastTap.at < doubleTapMs &&
      Math.hypot(tap.x - lastTap.x, tap.y - lastTap.y) < nearPx * 2
    lastTap = isDouble ? null : tap
    if (isDouble) gestures.doubleTap([tap.x, tap.y])
  }
  place.addEventListener('touchend', release, on)
  place.addEventListener('touchcancel', release, on)
  place.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const step = Math.max(-50, Math.min(50, event.deltaY))
      gestures.zoomBy(Math.exp(-step / 200), [event.clientX, event.clientY])
    },
    on,
  )
  return () => abort.abort()
}

/** A stroke to a side where nothing more is to be scrolled. */
function leadsOut(place: HTMLElement, from: Tap, to: Touch): boolean {
  const [x, y] = [to.clientX - from.x, to.clientY - from.y]
  return Math.abs(x) > Math.abs(y) && isAtSide(place, x < 0 ? 'forward' : 'back')
}

/** Where more of the page lies at that side, the stroke has scrolled there. */
function isAtSide(place: HTMLElement, way: 'forward' | 'back'): boolean {
  return way === 'forward'
    ? place.scrollLeft + place.clientWidth >= place.scrollWidth - 1
    : place.scrollLeft <= 0
}

const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('a, button, input, textarea') !== null

function pairOf(touches: TouchList): { apart: number; middle: [number, number] } | null {
  const [one, other] = [touches[0], touches[1]]
  if (touches.length !== 2 || !one || !other) return null
  return {
    apart: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
    middle: [(one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2],
  }
}
