/** In the page: the viewer of pdf.js as its own components set it up, on plain bytes in memory, its worker warm. */
import 'pdfjs-dist/legacy/web/pdf_viewer.css'
import { watchDrawing } from './reader-eyes.ts'
import { bytesAt, makePlace, type Paper, subjectOf } from './reader-subject.ts'

const core = await import('pdfjs-dist/legacy/build/pdf.mjs')
const { EventBus, PDFLinkService, PDFViewer } = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs')
watchDrawing(EventBus)
core.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.min.mjs'
const worker = core.PDFWorker.create({})

const { container, pages } = makePlace()
const kept = new Map<string, Uint8Array<ArrayBuffer>>()
let copy: Uint8Array<ArrayBuffer> | undefined
let opened: { view: InstanceType<typeof PDFViewer>; end(): Promise<void> } | null = null

const subject = subjectOf({
  container,
  fill: async () => {},
  async wake(papers: readonly Paper[]) {
    for (const { name, address } of papers) kept.set(name, await bytesAt(address))
  },
  // The library takes what it is given away.
  prepare: (name) => {
    copy = kept.get(name)?.slice()
  },
  async open() {
    const eventBus = new EventBus()
    const linkService = new PDFLinkService({ eventBus })
    const abort = new AbortController()
    const untyped = { abortSignal: abort.signal }
    const view = new PDFViewer({ ...untyped, container, viewer: pages, eventBus, linkService })
    linkService.setViewer(view)
    eventBus.on('pagesinit', () => {
      view.currentScaleValue = 'page-width'
    })
    const task = core.getDocument({
      ...(copy && { data: copy }),
      worker,
      cMapUrl: '/pdfjs/cmaps/',
      standardFontDataUrl: '/pdfjs/standard_fonts/',
      wasmUrl: '/pdfjs/wasm/',
      iccUrl: '/pdfjs/iccs/',
      verbosity: 0,
    })
    opened = {
      view,
      end: async () => {
        abort.abort()
        view.cleanup()
        linkService.setDocument(null)
        await task.destroy()
      },
    }
    const document = await task.promise
    view.setDocument(document)
    linkService.setDocument(document, null)
    return document.numPages
  },
  goTo(page) {
    if (opened) opened.view.currentPageNumber = page
  },
  async close() {
    await opened?.end()
    opened = null
    // Ours gives these back too; one document after the other is opened.
    for (const canvas of pages.querySelectorAll('canvas')) canvas.width = 0
    pages.replaceChildren()
    container.scrollTop = 0
  },
})

Object.assign(globalThis, { subject })
