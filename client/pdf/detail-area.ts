type Area = { minX: number; minY: number; maxX: number; maxY: number }
type Size = { width: number; height: number }
/** A page of pdf.js, as far as this goes; `div` is smaller than the viewport by what pdf.js has rounded off. */
type DetailedPage = { div: HTMLElement; viewport: Size; updateVisibleArea(area: Area | null): void }

/**
 * Where a page is too large to be drawn finely as a whole, pdf.js draws the part in sight, and mistakes it twice: it counts
 * in pixels of the element, so that a strip at the right and below stays coarse, and it takes a page that is wholly in sight
 * for one that is not in sight at all, so that the whole of it stays coarse.
 */
export function mendDetailArea(page: DetailedPage, container: HTMLElement): void {
  const update = page.updateVisibleArea.bind(page)
  page.updateVisibleArea = (told) => {
    const { div, viewport } = page
    const shown = { width: div.clientWidth, height: div.clientHeight }
    const area = told ?? (isIn(div, container) ? whole(shown) : null)
    update(area && ofViewport(area, shown, viewport))
  }
}

const whole = ({ width, height }: Size): Area => ({ minX: 0, minY: 0, maxX: width, maxY: height })

/** The same part of the page, in pixels of its viewport. */
export function ofViewport(area: Area, shown: Size, viewport: Size): Area {
  const [x, y] = [viewport.width / shown.width, viewport.height / shown.height]
  return { minX: area.minX * x, minY: area.minY * y, maxX: area.maxX * x, maxY: area.maxY * y }
}

function isIn(element: HTMLElement, container: HTMLElement): boolean {
  const [page, place] = [element.getBoundingClientRect(), container.getBoundingClientRect()]
  return (
    page.bottom > place.top && page.top < place.bottom && page.right > place.left && page.left < place.right
  )
}
