import './pdf-viewer.css'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { documentOptions, pdfLibrary } from './pdf-library.ts'
import { followFingers } from './pinch.ts'
import { silentL10n } from './silent-l10n.ts'

/** One document laid out in a scrolling place: pages drawn as they come near, zoomed, and left. */
export type PdfViewer = {
  pages: number
  page(): number
  goTo(page: number): void
  /** Of the size on paper; 1 is 100%. */
  scale(): number
  zoomBy(factor: number): void
  fit(how: 'width' | 'page'): void
  subscribe(listener: () => void): () => void
  close(): void
}

export type PdfFault =
  /** No PDF that can be read: damaged before it was uploaded, encrypted, or something else. */
  | { kind: 'not-readable'; detail: string }
  /** The program's own parts could not be fetched. */
  | { kind: 'not-loaded'; detail: string }

type PdfRequest = {
  /** A copy is kept by the worker: these are gone afterwards. */
  bytes: Bytes
  /** Scrolls; must be positioned, and hold `pages`. */
  container: HTMLDivElement
  pages: HTMLDivElement
  firstPage: number
  /** Names a page to screen readers. */
  pageLabel(page: number): string
}

/** Bitmaps are kept to what a tablet can hold: above this a page is drawn coarsely, and its seen part finely. */
const maxCanvasPixels = 2_500_000
const scaleLimits = { least: 0.25, most: 6 }

export async function openPdf(request: PdfRequest): Promise<Result<PdfViewer, PdfFault>> {
  const { container, firstPage, pageLabel } = request
  const loaded = await pdfLibrary().catch(asDetail)
  if (typeof loaded === 'string') return fail({ kind: 'not-loaded', detail: loaded })
  const { core, viewer } = loaded
  const task = core.getDocument({ data: request.bytes, ...documentOptions })
  const document = await task.promise.catch(asDetail)
  if (typeof document === 'string') {
    await task.destroy()
    return fail({ kind: 'not-readable', detail: document })
  }

  // Left while it was loading.
  if (!container.isConnected) {
    await task.destroy()
    return fail({ kind: 'not-loaded', detail: 'left' })
  }

  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const eventBus = new viewer.EventBus()
  const linkService = new viewer.PDFLinkService({ eventBus })
  // A document never takes its reader out of the program.
  linkService.externalLinkEnabled = false
  const abort = new AbortController()
  // Takes the listeners off `container`; missing in the published types.
  const untyped = { abortSignal: abort.signal }
  const view = new viewer.PDFViewer({
    ...untyped,
    container,
    viewer: request.pages,
    eventBus,
    linkService,
    l10n: silentL10n,
    annotationMode: core.AnnotationMode.ENABLE,
    annotationEditorMode: core.AnnotationEditorType.DISABLE,
    textLayerMode: 1,
    maxCanvasPixels,
    imageResourcesPath: '',
  })
  linkService.setViewer(view)

  const isReady = new Promise<void>((resolve) => {
    eventBus.on('pagesinit', () => {
      view.currentScaleValue = 'page-width'
      if (firstPage > 1) view.currentPageNumber = Math.min(firstPage, document.numPages)
      for (let i = 0; i < document.numPages; i++) {
        view.getPageView(i)?.div.setAttribute('aria-label', pageLabel(i + 1))
      }
      resolve()
    })
  })
  eventBus.on('pagechanging', tell)
  eventBus.on('scalechanging', tell)
  view.setDocument(document)
  linkService.setDocument(document, null)
  await isReady

  // Where the width was fitted it stays so when the place changes its size.
  const resized = new ResizeObserver(() => {
    const { currentScaleValue } = view
    if (currentScaleValue.startsWith('page-')) view.currentScaleValue = currentScaleValue
    view.update()
  })
  resized.observe(container)
  const zoomBy = (factor: number, origin?: [number, number]) => {
    const next = view.currentScale * factor
    if (next < scaleLimits.least || next > scaleLimits.most) return
    view.updateScale({ scaleFactor: factor, drawingDelay: 300, ...(origin && { origin }) })
  }
  const endFingers = followFingers(container, zoomBy)

  return ok({
    pages: document.numPages,
    page: () => view.currentPageNumber,
    goTo: (page) => {
      view.currentPageNumber = Math.max(1, Math.min(document.numPages, page))
    },
    scale: () => view.currentScale,
    zoomBy,
    fit: (how) => {
      view.currentScaleValue = how === 'width' ? 'page-width' : 'page-fit'
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      resized.disconnect()
      endFingers()
      abort.abort()
      view.cleanup()
      linkService.setDocument(null)
      void task.destroy()
    },
  })
}

const asDetail = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
