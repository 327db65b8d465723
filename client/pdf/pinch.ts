/**
 * Two fingers, or the wheel with Ctrl, zoom about the point between; one finger scrolls as ever.
 * @param zoomBy factor, and the point that stays where it is, in client coordinates
 * @returns ends it
 */
export function followFingers(
  place: HTMLElement,
  zoomBy: (factor: number, origin: [number, number]) => void,
): () => void {
  const abort = new AbortController()
  const on = { signal: abort.signal, passive: false } as const
  let before: { apart: number } | null = null

  place.addEventListener(
    'touchmove',
    (event) => {
      const pair = pairOf(event.touches)
      if (!pair) return
      event.preventDefault()
      if (before) {
        const factor = pair.apart / before.apart
        // Small tremors would redraw all the time.
        if (Math.abs(factor - 1) < 0.02) return
        zoomBy(factor, pair.middle)
      }
      before = pair
    },
    on,
  )
  const release = () => {
    before = null
  }
  place.addEventListener('touchend', release, on)
  place.addEventListener('touchcancel', release, on)
  place.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const step = Math.max(-50, Math.min(50, event.deltaY))
      zoomBy(Math.exp(-step / 200), [event.clientX, event.clientY])
    },
    on,
  )
  return () => abort.abort()
}

function pairOf(touches: TouchList): { apart: number; middle: [number, number] } | null {
  const [one, other] = [touches[0], touches[1]]
  if (touches.length !== 2 || !one || !other) return null
  return {
    apart: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
    middle: [(one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2],
  }
}
