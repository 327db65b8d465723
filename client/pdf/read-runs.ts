import type { TextRun } from '../../shared/domain/page-text.ts'
import { pageRuns } from './page-runs.ts'
import { pdfLibrary } from './pdf-library.ts'
import { loadPdf, type PdfSource } from './pdf-source.ts'

/** Words of a document that nobody looks at, and where they stand. To be closed. */
export async function openRuns(source: PdfSource): Promise<{
  /** @param page from 1; none where it cannot be read */
  runs(page: number): Promise<TextRun[]>
  pages: number
  close(): void
}> {
  let isBroken = false
  const task = await loadPdf(await pdfLibrary(), source, () => {
    isBroken = true
  })
  const document = await task.promise
  return {
    runs: async (page) => (isBroken ? [] : pageRuns(await document.getPage(page)).catch(() => [])),
    pages: document.numPages,
    close: () => void task.destroy(),
  }
}
