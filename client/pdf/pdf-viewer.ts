import './pdf-viewer.css'
import type { TextRun } from '../../shared/domain/page-text.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { type DrawnPage, maxCanvasPixels, pagesToFree } from './canvas-budget.ts'
import { mendDetailArea } from './detail-area.ts'
import { createDossierLinks } from './dossier-links.ts'
import { drawPage } from './draw-page.ts'
import { createFinder, type FindState } from './finder.ts'
import { followFingers } from './gestures.ts'
import { createMarkLayer, type DrawnFrame, type MarkLayer } from './mark-layer.ts'
import { flatOutline, type OutlineItem } from './outline.ts'
import { createPagePictures } from './page-pictures.ts'
import { pageRuns, textPieces } from './page-runs.ts'
import { endDocument, missingWorker, pdfLibrary, stuckWorker } from './pdf-library.ts'
import { type PdfPlace, placeOf, putAt, putPlace, quarterOf } from './pdf-place.ts'
import type { PdfFault, PdfRequest } from './pdf-request.ts'
import { loadPdf } from './pdf-source.ts'
import { silentL10n } from './silent-l10n.ts'
import { languageOf, speakPage } from './spoken-page.ts'

/** One document laid out in a scrolling place: pages drawn as they come near, zoomed, turned, searched, and left. */
export type PdfViewer = {
  pages: number
  page(): number
  /** @param at what comes to the upper left corner, in the page's own units; else its top */
  goTo(page: number, at?: [number, number] | null): void
  /** A place as another document's link names it (`page=3`, a named destination). */
  goToNamed(place: string): void
  /** Of the size on paper; 1 is 100%. */
  scale(): number
  zoomBy(factor: number): void
  fit(how: 'width' | 'page'): void
  rotate(way: 1 | -1): void
  mode(): PdfPlace['mode']
  setMode(mode: PdfPlace['mode']): void
  /** To come back to this very spot. */
  place(): PdfPlace
  outline(): Promise<OutlineItem[]>
  find: Pick<ReturnType<typeof createFinder>, 'find' | 'next' | 'previous'>
  findState(): FindState
  /** An image of a page. @param longest pixels of its longer side */
  picture(page: number, longest: number): Promise<Blob>
  /** As `picture`, sharp enough for paper, with words written over it. */
  printed(page: number, watermark: string): Promise<Blob>
  /** The words of a page and where they stand. */
  textRuns(page: number): Promise<TextRun[]>
  marks: Pick<MarkLayer, 'show' | 'setTool' | 'setSelected'>
  subscribe(listener: () => void): () => void
  close(): void
}

const scaleLimits = { least: 0.25, most: 6 }
const closer = 2
const restMs = 250

export async function openPdf(request: PdfRequest): Promise<Result<PdfViewer, PdfFault>> {
  const { container } = request
  const library = await pdfLibrary().catch(asDetail)
  if (typeof library === 'string') return fail({ kind: 'not-loaded', detail: library })
  const { core, viewer } = library
  let lost: string | null = null
  const task = await loadPdf(library, request.source, (error) => {
    lost = asDetail(error)
    request.onFault({ kind: 'not-here', detail: lost })
  }).catch(asDetail)
  if (typeof task === 'string') return fail({ kind: 'not-here', detail: task })
  const over = Promise.race([library.stuck, whenAborted(request.left)])
  over.catch(() => {})
  const document = await Promise.race([task.promise, over]).catch(asDetail)
  if (typeof document === 'string') {
    void endDocument(task, library)
    if (document.endsWith(missingWorker)) return fail({ kind: 'not-loaded', detail: document })
    if (document.endsWith(stuckWorker) && !request.left.aborted) return await openPdf(request)
    return fail(
      lost === null ? { kind: 'not-readable', detail: document } : { kind: 'not-here', detail: lost },
    )
  }

  // Without its first page the viewer would wait for ever.
  const first = await Promise.race([document.getPage(1), over]).catch(asDetail)
  if (typeof first === 'string') {
    void endDocument(task, library)
    return fail({ kind: first.endsWith(missingWorker) ? 'not-loaded' : 'not-readable', detail: first })
  }

  // Left while it was loading.
  if (!container.isConnected) {
    void endDocument(task, library)
    return fail({ kind: 'not-loaded', detail: 'left' })
  }

  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const eventBus = new viewer.EventBus()
  const linkService = createDossierLinks(viewer, eventBus, request.openFile)
  const finder = createFinder(viewer, {
    ...{ linkService, eventBus, tell },
    pages: document.numPages,
    stored: request.texts,
    pieces: async (page) => textPieces(await document.getPage(page)),
    page: () => view.currentPageNumber,
    goTo: (page) => {
      view.currentPageNumber = page
    },
  })
  const pictures = createPagePictures(request.pictures)
  const abort = new AbortController()
  // Takes the listeners off `container`; missing in the published types.
  const untyped = { abortSignal: abort.signal }
  const view = new viewer.PDFViewer({
    ...untyped,
    container,
    viewer: request.pages,
    eventBus,
    linkService,
    findController: finder.controller,
    l10n: silentL10n,
    annotationMode: core.AnnotationMode.ENABLE,
    annotationEditorMode: core.AnnotationEditorType.DISABLE,
    textLayerMode: 1,
    enableAutoLinking: false,
    maxCanvasPixels: maxCanvasPixels(navigator),
    imageResourcesPath: '',
  })
  linkService.setViewer(view)

  const marks = createMarkLayer(container, request.marks)
  const drawn = new Map<number, DrawnPage>()
  let corner: { page: number; left: number; top: number } | null = null
  let resting: ReturnType<typeof setTimeout> | null = null
  const pageDiv = (page: number): HTMLElement | undefined => view.getPageView(page - 1)?.div
  // A page drawn finely in part tells of itself the same way, without a layout of its own.
  const attach = (page: number) => {
    const pageView: DrawnFrame | undefined = view.getPageView(page - 1)
    if (pageView) marks.attach(pageView)
  }
  const inSight = (): number[] => {
    const seen: { ids?: ReadonlySet<number> } = view._getVisiblePages()
    return [...(seen.ids ?? [])].sort((a, b) => a - b)
  }
  const showPictures = () => {
    const [first = 1, last = first] = [inSight().at(0), inSight().at(-1)]
    for (let page = first - 3; page <= last + 3; page++) {
      const div = pageDiv(page)
      if (div) pictures.show(page, div)
    }
  }
  const rest = () => {
    resting = null
    for (const page of pagesToFree([...drawn.values()], inSight())) {
      page.destroy()
      drawn.delete(page.id)
    }
    for (const page of drawn.keys()) {
      const div = pageDiv(page)
      if (div) speakPage(div)
    }
    marks.rest()
    tell()
  }
  const restSoon = () => {
    if (resting !== null) clearTimeout(resting)
    resting = setTimeout(rest, restMs)
  }

  const isReady = new Promise<void>((resolve) => {
    eventBus.on('pagesinit', () => {
      for (let i = 0; i < document.numPages; i++) {
        const pageView = view.getPageView(i)
        if (!pageView) continue
        pageView.div.setAttribute('aria-label', request.pageLabel(i + 1))
        mendDetailArea(pageView, container)
      }
      pictures.setUpright(request.place.rotation === 0)
      putPlace(view, request.place)
      showPictures()
      resolve()
    })
  })
  eventBus.on('pagechanging', tell)
  eventBus.on('scalechanging', tell)
  eventBus.on('rotationchanging', ({ pagesRotation }: { pagesRotation: number }) => {
    pictures.setUpright(pagesRotation === 0)
    tell()
  })
  eventBus.on('scrollmodechanged', tell)
  eventBus.on('updateviewarea', ({ location }: ViewArea) => {
    corner = location && { page: location.pageNumber, left: location.left, top: location.top }
    showPictures()
    restSoon()
  })
  eventBus.on('pagerender', ({ pageNumber }: PageRendered) => attach(pageNumber))
  eventBus.on('pagerendered', ({ source, pageNumber, isDetailView }: PageRendered) => {
    if (isDetailView) return
    attach(pageNumber)
    drawn.set(pageNumber, source)
    if (source.canvas) pictures.keep(pageNumber, source.canvas)
  })
  eventBus.on('textlayerrendered', ({ source, pageNumber }: TextRendered) => {
    const hasText = (source.textLayer?.div.textContent ?? '').trim() !== ''
    pageDiv(pageNumber)?.setAttribute('data-text', hasText ? 'yes' : 'no')
    restSoon()
  })
  void languageOf(document).then((language) => {
    request.pages.lang = language
  })
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
    // A page of many metres begins below the least: from there every way towards it is open.
    if (factor < 1 ? next < scaleLimits.least : next > scaleLimits.most) return
    view.updateScale({ scaleFactor: factor, drawingDelay: 300, ...(origin && { origin }) })
  }
  const turn = (way: 'forward' | 'back') => {
    const isSingle = placeOf(view, null).mode === 'single'
    if (isSingle && (way === 'forward' ? view.nextPage() : view.previousPage())) return
    request.onTurn(way)
  }
  const endFingers = followFingers(container, {
    zoomBy,
    doubleTap: (origin) => {
      if (view.currentScaleValue.startsWith('page-')) zoomBy(closer, origin)
      else view.currentScaleValue = 'page-width'
    },
    turn,
    isBusy: marks.isBusy,
  })

  return ok({
    pages: document.numPages,
    page: () => view.currentPageNumber,
    goTo: (page, at = null) => putAt(view, page, at),
    goToNamed: (place) => linkService.setHash(place),
    scale: () => view.currentScale,
    zoomBy,
    fit: (how) => {
      view.currentScaleValue = how === 'width' ? 'page-width' : 'page-fit'
    },
    rotate: (way) => {
      view.pagesRotation = quarterOf((view.pagesRotation + 360 + 90 * way) % 360)
    },
    mode: () => placeOf(view, null).mode,
    setMode: (mode) => putPlace(view, { ...placeOf(view, corner), mode }),
    place: () => placeOf(view, corner),
    outline: async () => flatOutline(await document.getOutline(), linkService),
    find: finder,
    findState: finder.state,
    picture: async (page, longest) =>
      (await request.pictures?.(page)) ??
      drawPage(document, { page, longest, type: 'image/webp', quality: 0.6, watermark: '' }),
    printed: (page, watermark) =>
      drawPage(document, { page, longest: 2000, type: 'image/jpeg', quality: 0.85, watermark }),
    textRuns: async (page) => pageRuns(await document.getPage(page)),
    marks,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      if (resting !== null) clearTimeout(resting)
      resized.disconnect()
      endFingers()
      abort.abort()
      finder.close()
      view.cleanup()
      linkService.setDocument(null)
      marks.close()
      pictures.close()
      // Else they stay until memory is tidied up, and one document after the other is opened.
      for (const canvas of request.pages.querySelectorAll('canvas')) canvas.width = 0
      void endDocument(task, library)
    },
  })
}

type ViewArea = { location: { pageNumber: number; left: number; top: number } | null }
type PageRendered = { source: DrawnPage; pageNumber: number; isDetailView: boolean }
type TextRendered = { source: { textLayer: { div: HTMLElement } | null }; pageNumber: number }

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('left')), { once: true })
  })

const asDetail = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
