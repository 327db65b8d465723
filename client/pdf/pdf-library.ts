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
  const listeners = new Set<(error: Error) => void>()
  let stuck: Error | null = null
  const tellStuck = (error: Error) => {
    stuck ??= error
    for (const listener of [...listeners]) listener(stuck)
  }
  /** The worker has ended, or never came. @returns ends it */
  const onStuck = (listener: (error: Error) => void) => {
    listeners.add(listener)
    if (stuck) listener(stuck)
    return () => listeners.delete(listener)
  }
  const giveUp = () => {
    forget(port)
    port.terminate()
    renderer.terminate()
    tellStuck(new Error(stuckWorker))
  }
  /** Messages that came from the worker: by them it is known to be alive. */
  let heard = 0
  port.addEventListener('message', () => {
    heard += 1
  })
  for (const part of [port, renderer]) {
    part.addEventListener('error', (event) => {
      // With a message it is a fault in what runs there; without one the file itself did not come. What never began to run
      // will never answer; without its renderer the library draws by itself.
      if (event instanceof ErrorEvent && (heard > 0 || part === renderer)) return
      forget(port)
      tellStuck(new Error(missingWorker))
    })
  }
  latest = port
  return { core, viewer, worker, onStuck, giveUp, heard: () => heard }
}

/** What `onStuck` tells. */
export const stuckWorker = 'the worker is stuck'
/** Or with this: without it pdf.js would wait for ever. */
export const missingWorker = 'a worker could not be fetched'

const rendererAddress = `${assets}pdf.renderer.min.mjs`
const newRenderer = () => new Worker(rendererAddress, { type: 'module' })

export type PdfLibrary = Awaited<ReturnType<typeof load>>

let library: ReturnType<typeof load> | null = null
let latest: Worker | null = null
/** The next document gets workers of its own, unless others have come already. */
const forget = (port: Worker) => {
  if (latest === port || latest === null) library = null
}

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
  let before = its.heard()
  const timer = setInterval(() => {
    // Slow, but at work for another document.
    if (its.heard() > before) {
      before = its.heard()
      return
    }
    clearInterval(timer)
    its.giveUp()
  }, patienceMs)
  await task.destroy().catch(() => {})
  clearInterval(timer)
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
