/** pdf.js of the legacy build, fetched when the first document is opened; workers and data from our own origin. */
const assets = '/pdfjs/'

const load = async () => {
  const core = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // The viewer takes the library from `globalThis.pdfjsLib`, which the first import has set.
  const viewer = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs')
  // A worker handed over is never made again from an address that a document could influence.
  const port = new Worker(`${assets}pdf.worker.min.mjs`, { type: 'module' })
  // Ours, not a document's: one that is being closed would else take it from the next.
  const worker = core.PDFWorker.create({ port })
  // Pages are drawn there, so that a heavy page never holds up a finger; a second open document makes one of its own.
  core.GlobalWorkerOptions.rendererPorts = [newRenderer()]
  core.GlobalWorkerOptions.rendererSrc = rendererAddress
  return { core, viewer, worker }
}

const rendererAddress = `${assets}pdf.renderer.min.mjs`
const newRenderer = () => new Worker(rendererAddress, { type: 'module' })

export type PdfLibrary = Awaited<ReturnType<typeof load>>

let library: ReturnType<typeof load> | null = null

export function pdfLibrary(): ReturnType<typeof load> {
  library ??= load()
  // A first try without a network must not stand in the way of a second with one.
  library.catch(() => {
    library = null
  })
  return library
}

/** Where a document names another file, its name is read against this; it is never asked for anything. */
export const dossierAddress = 'https://dossier.invalid/'

/** No forms program (XFA); the library itself holds neither `eval` nor, without its sandbox, any script of a document. */
export const documentOptions = {
  enableXfa: false,
  cMapUrl: `${assets}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${assets}standard_fonts/`,
  wasmUrl: `${assets}wasm/`,
  iccUrl: `${assets}iccs/`,
  docBaseUrl: dossierAddress,
  stopAtErrors: false,
  verbosity: 0,
} as const
