import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { endDocument, missingWorker, type PdfLibrary, pdfLibrary, stuckWorker } from './pdf-library.ts'
import type { PdfFault, PdfRequest } from './pdf-request.ts'
import { loadPdf } from './pdf-source.ts'

export type OpenDocument = { library: PdfLibrary; document: PDFDocumentProxy; close(): void }

/** A document whose first page can be asked for, or why there is none. */
export async function openDocument(request: PdfRequest): Promise<Result<OpenDocument, PdfFault>> {
  const { container, left } = request
  const library = await pdfLibrary().catch(asDetail)
  if (typeof library === 'string') return fail({ kind: 'not-loaded', detail: library })
  let lost: string | null = null
  const task = await loadPdf(library, request.source, (error) => {
    lost = asDetail(error)
    request.onFault({ kind: 'not-here', detail: lost })
  }).catch(asDetail)
  if (typeof task === 'string') return fail({ kind: 'not-here', detail: task })

  let endOpening = (_: Error) => {}
  const over = new Promise<never>((_, reject) => {
    endOpening = reject
  })
  over.catch(() => {})
  left.addEventListener('abort', () => endOpening(new Error('left')), { once: true })
  // One listener a document, taken away with it: a promise that outlives documents would hold on to each of them.
  let stopListening = library.onStuck((error) => endOpening(error))
  const close = () => {
    stopListening()
    void endDocument(task, library)
  }

  const document = await Promise.race([task.promise, over]).catch(asDetail)
  if (typeof document === 'string') {
    close()
    if (document.endsWith(missingWorker)) return fail({ kind: 'not-loaded', detail: document })
    if (document.endsWith(stuckWorker) && !left.aborted) return await openDocument(request)
    return fail(
      lost === null ? { kind: 'not-readable', detail: document } : { kind: 'not-here', detail: lost },
    )
  }

  // Without its first page the viewer would wait for ever.
  const first = await Promise.race([document.getPage(1), over]).catch(asDetail)
  if (typeof first === 'string') {
    close()
    return fail({ kind: first.endsWith(missingWorker) ? 'not-loaded' : 'not-readable', detail: first })
  }

  // Left while it was loading.
  if (!container.isConnected) {
    close()
    return fail({ kind: 'not-loaded', detail: 'left' })
  }
  stopListening()
  stopListening = library.onStuck((error) => {
    if (error.message === stuckWorker) request.onFault({ kind: 'worker-lost', detail: stuckWorker })
  })
  return ok({ library, document, close })
}

const asDetail = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
