import './pdf-viewer.css'
import type { TextRun } from '../../shared/domain/page-text.ts'
import { ok, type Result } from '../../shared/lib/result.ts'
import { afterPaint } from './after-paint.ts'
import { createDrawnPages, type DrawnPage, maxCanvasPixels } from './canvas-budget.ts'
import { mendDetailArea } from './detail-area.ts'
import { createDossierLinks } from './dossier-links.ts'
import { drawPage } from './draw-page.ts'
import { createEmptyPages } from './empty-pages.ts'
import { createFinder, type FindState } from './finder.ts'
import { followFingers } from './gestures.ts'
import { holdPlace } from './hold-place.ts'
import { createMarkLayer, type DrawnFrame, type MarkLayer } from './mark-layer.ts'
import { openDocument } from './open-document.ts'
import { type Outline, outlineOf } from './outline.ts'
import { createPagePictures } from './page-pictures.ts'
import { pageRuns, textPieces } from './page-runs.ts'
import { type PdfPlace, placeOf, putAt, putMode, putPlace, quarterOf } from './pdf-place.ts'
import type { PdfFault, PdfRequest } from './pdf-request.ts'
import { silentL10n } from './silent-l10n.ts'
import { languageOf, speakPage } from './spoken-page.ts'
import { createZoom } from './zoom.ts'

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
  outline(): Promise<Outline>
  /** Drawn, and nothing is to be seen on it. */
  isEmpty(page: number): boolean
  find: Pick<ReturnType<typeof createFinder>, 'find' | 'next' | 'previous'>
  findState(): FindState
  /** An image of a page. @param longest pixels of its longer side */
  picture(page: number, longest: number): Promise<Blob>
  /** As `picture`, sharp enough for paper, with words written over it. */
  printed(page: number, watermark: string): Promise<Blob>
  /** The words of a page and where they stand. */
  textRuns(page: number): Promise<TextRun[]>
  marks: Pick<MarkLayer, 'show' | 'setTool' | 'setSelected' | 'hands' | 'chooseHands'>
  subscribe(listener: () => void): () => void
  close(): void
}

const restMs = 250

export async function openPdf(request: PdfRequest): Promise<Result<PdfViewer, PdfFault>> {
  const { container } = request
  const opened = await openDocument(request)
  if (!opened.ok) return opened
  const { document, library } = opened.value
  const { core, viewer } = library

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

  const marks = createMarkLayer(container, request.marks, tell)
  const empty = createEmptyPages(tell)
  const drawn = createDrawnPages()
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
  let sight: number[] = []
  /** @param beside pages before and after, too */
  const showPictures = (beside: number) => {
    const [first = 1, last = first] = [sight.at(0), sight.at(-1)]
    for (let page = first - beside; page <= last + beside; page++) {
      const div = pageDiv(page)
      if (div) pictures.show(page, div)
    }
  }
  const rest = () => {
    resting = null
    drawn.freeFar(sight)
    showPictures(3)
    for (const page of drawn.ids()) {
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
      sight = inSight()
      showPictures(1)
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
  eventBus.on('updateviewarea', () => {
    const before = sight[0] ?? 1
    sight = inSight()
    // After a leap only what is in sight: the pictures beside it come while one rests.
    showPictures(Math.abs((sight[0] ?? 1) - before) > 1 ? 0 : 1)
    restSoon()
  })
  eventBus.on('pagerender', ({ pageNumber }: PageRendered) => attach(pageNumber))
  eventBus.on('pagerendered', ({ source, pageNumber, isDetailView }: PageRendered) => {
    if (isDetailView) return
    attach(pageNumber)
    drawn.add(source)
    // Not before the page is seen: taking down others would hold it up.
    afterPaint(() => !abort.signal.aborted && drawn.freeFar(sight))
    if (source.canvas) pictures.keep(pageNumber, source.canvas)
  })
  eventBus.on('textlayerrendered', ({ source, pageNumber }: TextRendered) => {
    const hasText = (source.textLayer?.div.textContent ?? '').trim() !== ''
    pageDiv(pageNumber)?.setAttribute('data-text', hasText ? 'yes' : 'no')
    const canvas = drawn.canvas(pageNumber)
    if (canvas && !hasText) empty.look(pageNumber, canvas)
    restSoon()
  })
  // Not before: the worker has the first page to read.
  const sayLanguage = async () => {
    request.pages.lang = await languageOf(document)
  }
  eventBus.on('pagerendered', sayLanguage, { once: true })
  view.setDocument(document)
  linkService.setDocument(document, null)
  await isReady

  const held = holdPlace({ view, eventBus, container })
  const zoom = createZoom(view, container)
  const turn = (way: 'forward' | 'back') => {
    const isSingle = placeOf(view, null).mode === 'single'
    if (isSingle && (way === 'forward' ? view.nextPage() : view.previousPage())) return
    request.onTurn(way)
  }
  const endFingers = followFingers(container, {
    zoomBy: zoom.by,
    doubleTap: zoom.doubleTap,
    turn,
    isBusy: marks.isBusy,
    isPenDown: marks.isPenDown,
  })

  const goTo: PdfViewer['goTo'] = (page, at = null) => putAt(view, page, at)
  const textRuns = async (page: number) => pageRuns(await document.getPage(page))

  return ok({
    pages: document.numPages,
    page: () => view.currentPageNumber,
    goTo,
    goToNamed: (place) => linkService.setHash(place),
    scale: () => view.currentScale,
    zoomBy: zoom.by,
    fit: (how) => {
      view.currentScaleValue = how === 'width' ? 'page-width' : 'page-fit'
    },
    rotate: (way) => {
      view.pagesRotation = quarterOf((view.pagesRotation + 360 + 90 * way) % 360)
    },
    mode: () => placeOf(view, null).mode,
    setMode: (mode) => putMode(view, mode, held.corner()),
    place: () => placeOf(view, held.corner()),
    outline: () =>
      outlineOf({
        ...{ links: linkService, texts: request.texts, runs: textRuns, goTo },
        own: () => document.getOutline(),
      }),
    isEmpty: empty.has,
    find: finder,
    findState: finder.state,
    picture: async (page, longest) =>
      (await request.pictures?.(page)) ??
      drawPage(document, { page, longest, type: 'image/webp', quality: 0.6, watermark: '' }),
    printed: (page, watermark) =>
      drawPage(document, { page, longest: 2000, type: 'image/jpeg', quality: 0.85, watermark }),
    textRuns,
    marks,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      if (resting !== null) clearTimeout(resting)
      held.close()
      endFingers()
      abort.abort()
      finder.close()
      view.cleanup()
      linkService.setDocument(null)
      marks.close()
      pictures.close()
      // Else they stay until memory is tidied up, and one document after the other is opened.
      for (const canvas of request.pages.querySelectorAll('canvas')) canvas.width = 0
      opened.value.close()
    },
  })
}

type PageRendered = { source: DrawnPage; pageNumber: number; isDetailView: boolean }
type TextRendered = { source: { textLayer: { div: HTMLElement } | null }; pageNumber: number }
