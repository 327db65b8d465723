import { type RefObject, useEffect, useRef } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'

export type LedPages = {
  /** The page to be at; null to stay wherever one is. */
  page: number | null
  /** @param isByHand whether its reader has touched anything since they were led to where they are */
  onPage(page: number, isByHand: boolean): void
}

const touches = ['pointerdown', 'wheel', 'touchstart'] as const

/** Goes where one is led, and tells where one is. A page that is laid out anew moves things, too: only a hand leaves. */
export function useLedPages(
  viewer: PdfViewer | null,
  led: LedPages | null,
  place: RefObject<HTMLElement | null>,
): void {
  const now = useRef(led)
  now.current = led
  const isTouched = useRef(false)
  const page = led?.page ?? null
  const isLed = led !== null

  useEffect(() => {
    const element = place.current
    if (!element || !isLed) return
    const touch = () => {
      isTouched.current = true
    }
    for (const kind of touches) element.addEventListener(kind, touch, { capture: true, passive: true })
    // The reader's keys work where nothing has the focus, too.
    document.addEventListener('keydown', touch, true)
    return () => {
      for (const kind of touches) element.removeEventListener(kind, touch, { capture: true })
      document.removeEventListener('keydown', touch, true)
    }
  }, [place, isLed])

  useEffect(() => {
    if (!viewer || !isLed) return
    const tell = () => now.current?.onPage(viewer.page(), isTouched.current)
    tell()
    return viewer.subscribe(tell)
  }, [viewer, isLed])

  useEffect(() => {
    if (!viewer || page === null) return
    isTouched.current = false
    if (viewer.page() !== page) viewer.goTo(Math.min(page, viewer.pages))
  }, [viewer, page])
}
