import type { EventBus } from './finder.ts'
import type { PdfLibrary } from './pdf-library.ts'
import { type Corner, putAt } from './pdf-place.ts'

type ViewArea = { location: { pageNumber: number; left: number; top: number } | null }

type HoldParts = {
  view: InstanceType<PdfLibrary['viewer']['PDFViewer']>
  eventBus: EventBus
  container: HTMLElement
}

/**
 * Where the place of the pages changes its size (a tablet is turned, a panel comes), what was fitted stays fitted and what
 * stood at the top stays there. Only who scrolls or zooms goes elsewhere: turned back, the tablet shows what it showed.
 */
export function holdPlace({ view, eventBus, container }: HoldParts) {
  const sizeNow = () => `${container.clientWidth} ${container.clientHeight}`
  const lookNow = () =>
    [container.scrollLeft, container.scrollTop, view.currentScale, view.pagesRotation].join(' ')
  let corner: Corner | null = null
  let size = sizeNow()
  let putBack: string | null = null
  eventBus.on('updateviewarea', ({ location }: ViewArea) => {
    if (sizeNow() !== size || lookNow() === putBack) return
    putBack = null
    corner = location && { page: location.pageNumber, left: location.left, top: location.top }
  })
  const resized = new ResizeObserver(() => {
    // Hidden for a while, behind a message.
    if (container.clientWidth === 0) return
    const isOther = sizeNow() !== size
    const { currentScaleValue } = view
    if (currentScaleValue.startsWith('page-')) view.currentScaleValue = currentScaleValue
    if (isOther && corner) putAt(view, corner.page, [corner.left, corner.top])
    size = sizeNow()
    if (isOther) putBack = lookNow()
    view.update()
  })
  resized.observe(container)
  return { corner: () => corner, close: () => resized.disconnect() }
}
