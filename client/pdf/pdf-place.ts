import type { PdfLibrary } from './pdf-library.ts'

/** Where a reader was in a document, and how they looked at it. */
export type PdfPlace = {
  /** From 1. */
  page: number
  /** The upper left corner in sight, in the page's own units; null for the page's top. */
  at: [left: number, top: number] | null
  /** `width` and `page` go with the size of the place; a number is a fixed scale, 1 for the size on paper. */
  scale: 'width' | 'page' | number
  rotation: 0 | 90 | 180 | 270
  mode: 'continuous' | 'single'
}

export const firstPlace: PdfPlace = { page: 1, at: null, scale: 'width', rotation: 0, mode: 'continuous' }

/** The upper left corner in sight, in the units of its page. */
export type Corner = { page: number; left: number; top: number }

type View = InstanceType<PdfLibrary['viewer']['PDFViewer']>

const scaleNames = { width: 'page-width', page: 'page-fit' } as const
const scrollModes = { continuous: 0, single: 3 } as const

/** After the pages are there, and before the first is drawn. */
export function putPlace(view: View, place: PdfPlace): void {
  view.scrollMode = scrollModes[place.mode]
  view.pagesRotation = place.rotation
  if (typeof place.scale === 'number') view.currentScale = place.scale
  else view.currentScaleValue = scaleNames[place.scale]
  putAt(view, place.page, place.at)
}

/** The nearest page there is, at its top or at a point of it. */
export function putAt(view: View, page: number, at: PdfPlace['at']): void {
  const pageNumber = Math.max(1, Math.min(view.pagesCount, Math.trunc(page)))
  if (at === null) {
    view.currentPageNumber = pageNumber
    return
  }
  const [left, top] = at
  view.scrollPageIntoView({
    pageNumber,
    destArray: [null, { name: 'XYZ' }, left, top, null],
    ignoreDestinationZoom: true,
    allowNegativeOffset: true,
  })
}

/** Alone, or one after the other; the page that was read stays. */
export function putMode(view: View, mode: PdfPlace['mode'], corner: Corner | null): void {
  const isHere = corner?.page === view.currentPageNumber
  putPlace(view, { ...placeOf(view, isHere ? corner : null), mode })
}

/** What `putPlace` brings back. The page that fills most of the place need not be the one at its top. */
export function placeOf(view: View, corner: Corner | null): PdfPlace {
  return {
    page: corner?.page ?? view.currentPageNumber,
    at: corner && [corner.left, corner.top],
    scale: scaleOf(view),
    rotation: quarterOf(view.pagesRotation),
    mode: view.scrollMode === scrollModes.single ? 'single' : 'continuous',
  }
}

function scaleOf(view: View): PdfPlace['scale'] {
  if (view.currentScaleValue === scaleNames.width) return 'width'
  return view.currentScaleValue === scaleNames.page ? 'page' : view.currentScale
}

export const quarterOf = (degrees: number): PdfPlace['rotation'] =>
  degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0
