import { type RefObject, useLayoutEffect } from 'react'

/** From the largest; below the last nobody could read it from a table. In the unit of room-screen.css. */
const sizes = [2.3, 2.1, 1.9, 1.75, 1.6, 1.45, 1.3, 1.15] as const

/** Gives a place the largest `--size` with which everything in it is in sight, before anybody sees it. */
export function useFittingSize(place: RefObject<HTMLElement | null>, content: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what is measured
  useLayoutEffect(() => {
    const settle = () => {
      const element = place.current
      for (const size of element ? sizes : []) {
        element?.style.setProperty('--size', String(size))
        if (element && isInSight(element)) return
      }
    }
    settle()
    // Letters of the right width may come a moment later.
    void document.fonts.ready.then(settle)
    window.addEventListener('resize', settle)
    return () => window.removeEventListener('resize', settle)
  }, [place, content])
}

const isInSight = (element: HTMLElement): boolean =>
  element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight
