import { ok } from '../../shared/lib/result.ts'
import type { ReadTable } from '../app/task-import.ts'
import type { CheckFile } from '../app/upload.ts'
import type { CheckPdf } from './check-pdf.ts'

/** What a file must be, by what it was sent for: a document of a dossier, or a register to be imported. */
export const createCheckUpload =
  ({ checkPdf, readTable }: { checkPdf: CheckPdf; readTable: ReadTable }): CheckFile =>
  async (bytes, limits, as) => {
    if (as === 'document') return await checkPdf(bytes, limits)
    const table = await readTable(bytes)
    return table.ok ? ok({ pages: 0 }) : table
  }
