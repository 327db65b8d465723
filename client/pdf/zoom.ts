import type { PdfLibrary } from './pdf-library.ts'

const limits = { least: 0.25, most: 6 }
const closer = 2

/** Zooms about a point, in client coordinates, that stays where it is; `doubleTap` goes near and back. */
export function createZoom(view: InstanceType<PdfLibrary['viewer']['PDFViewer']>, container: HTMLElement) {
  /** pdf.js counts from where the container lies in its parent. */
  const within = ([x, y]: [number, number]): [number, number] => {
    const { left, top } = container.getBoundingClientRect()
    return [x - left + container.offsetLeft, y - top + container.offsetTop]
  }
  const by = (factor: number, origin?: [number, number]) => {
    const next = view.currentScale * factor
    // A page of many metres begins below the least: from there every way towards it is open.
    if (factor < 1 ? next < limits.least : next > limits.most) return
    view.updateScale({ scaleFactor: factor, drawingDelay: 300, ...(origin && { origin: within(origin) }) })
  }
  return {
    by,
    doubleTap: (origin: [number, number]) => {
      if (view.currentScaleValue.startsWith('page-')) by(closer, origin)
      else view.currentScaleValue = 'page-width'
    },
  }
}
