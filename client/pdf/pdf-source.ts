import type { Bytes } from '../../shared/lib/bytes.ts'
import { documentOptions, type PdfLibrary } from './pdf-library.ts'

/** A document's bytes, wherever they are kept. */
export type PdfSource = {
  /** Bytes. */
  size: number
  /** Bytes [from, to). Rejects where they cannot be had. */
  read(from: number, to: number): Promise<Bytes>
}

/** Above this a document is read piece by piece as its pages are asked for; below it the whole is as fast, and simpler. */
const readWholeBelow = 20_000_000
/** One piece in the sealed store is 1 MiB: less would open the same piece again and again. */
const rangeChunkSize = 1 << 20

type LoadingTask = ReturnType<PdfLibrary['core']['getDocument']>

/**
 * @param onFault told once when a piece cannot be read: pdf.js itself would wait for it for ever
 */
export async function loadPdf(
  { core, worker }: PdfLibrary,
  source: PdfSource,
  onFault: (detail: unknown) => void,
): Promise<LoadingTask> {
  if (source.size <= readWholeBelow) {
    return core.getDocument({ data: await source.read(0, source.size), worker, ...documentOptions })
  }
  const first = await source.read(0, rangeChunkSize)
  const transport = new (class extends core.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      source.read(begin, Math.min(end, source.size)).then(
        (bytes) => this.onDataRange(begin, bytes),
        (error: unknown) => {
          onFault(error)
          this.abort()
        },
      )
    }
  })(source.size, first)
  return core.getDocument({
    range: transport,
    worker,
    rangeChunkSize,
    // Only what is looked at: the rest of a heavy scan would be opened and copied for nothing.
    disableAutoFetch: true,
    disableStream: true,
    ...documentOptions,
  })
}
