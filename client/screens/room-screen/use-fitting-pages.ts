import { type RefObject, useLayoutEffect, useState } from 'react'

/** From the largest to the smallest that is read from eight metres, in the unit of room-screen.css. */
const sizes = [2.6, 2.3, 2.1] as const

/**
 * Gives columns the largest `--size` with which everything in them is in sight, before anybody sees it.
 * @returns how many pages it takes with the smallest; 1 where all is in sight at once.
 */
export function useFittingPages(place: RefObject<HTMLElement | null>, content: unknown): number {
  const [pages, setPages] = useState(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what is measured
  useLayoutEffect(() => {
    const settle = () => {
      const element = place.current
      if (!element) return
      for (const size of sizes) {
        element.style.setProperty('--size', String(size))
        if (isInSight(element)) return setPages(1)
      }
      setPages(pagesOf(element))
    }
    settle()
    // Letters of the right width may come a moment later.
    void document.fonts.ready.then(settle)
    window.addEventListener('resize', settle)
    return () => window.removeEventListener('resize', settle)
    // Several pages have a line below that takes some of the place.
  }, [place, content, pages > 1])
  return pages
}

function pagesOf(element: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(element).columnGap) || 0
  return Math.max(1, Math.round((element.scrollWidth + gap) / (element.clientWidth + gap) + 0.49))
}

const isInSight = (element: HTMLElement): boolean =>
  element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight
