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
  const renderer = newRenderer()
  core.GlobalWorkerOptions.rendererPorts = [renderer]
  core.GlobalWorkerOptions.rendererSrc = rendererAddress
  let tellStuck = (_: Error) => {}
  const stuck = new Promise<never>((_, reject) => {
    tellStuck = reject
  })
  // Where no document is being opened, nobody need hear of it.
  stuck.catch(() => {})
  const giveUp = () => {
    port.terminate()
    tellStuck(new Error(stuckWorker))
  }
  for (const part of [port, renderer]) {
    part.addEventListener('error', (event) => {
      // With a message it is a fault in what runs there; without one the file itself did not come.
      if (event instanceof ErrorEvent) return
      library = null
      tellStuck(new Error(missingWorker))
    })
  }
  return { core, viewer, worker, stuck, giveUp }
}

/** What `stuck` rejects with. */
export const stuckWorker = 'the worker is stuck'
/** Or with this: without it pdf.js would wait for ever. */
export const missingWorker = 'a worker could not be fetched'

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

/** Longer than this no honest page holds up the worker. */
const patienceMs = 6000

/**
 * Ends a document. A worker that does not answer to that is stuck in it, or was ended by it: it is replaced, so that one
 * document never keeps the others from being opened.
 */
export async function endDocument(task: { destroy(): Promise<unknown> }, its: PdfLibrary): Promise<void> {
  const now = library
  const timer = setTimeout(() => {
    if (library === now) library = null
    its.giveUp()
  }, patienceMs)
  await task.destroy().catch(() => {})
  clearTimeout(timer)
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
  // More dots than 600 to the inch on A3 (as at intake): one image must not take all the memory of a tablet.
  maxImageSize: 100_000_000,
  verbosity: 0,
} as const
