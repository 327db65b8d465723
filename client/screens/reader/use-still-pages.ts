import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Tools that come above the pages take their room from the pages' upper edge: what is read stays where it is. */
export function useStillPages(container: RefObject<HTMLElement | null>, hasTools: boolean): void {
  const was = useRef<{ top: number; hasTools: boolean } | null>(null)
  useLayoutEffect(() => {
    const pages = container.current
    if (!pages) return
    const { top } = pages.getBoundingClientRect()
    if (was.current && was.current.hasTools !== hasTools) pages.scrollTop += top - was.current.top
    was.current = { top, hasTools }
  })
}
