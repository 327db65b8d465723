import { fileKindOf } from '../../shared/lib/file-kind.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import type { ReadTable } from '../app/task-import.ts'
import type { CheckFile } from '../app/upload.ts'
import type { CheckPdf } from './check-pdf.ts'

/** What a file must be, by what it was sent for: a document of a dossier, a register to be imported, or what goes with a report. */
export const createCheckUpload =
  ({ checkPdf, readTable }: { checkPdf: CheckPdf; readTable: ReadTable }): CheckFile =>
  async (bytes, limits, as) => {
    if (as === 'workbook') {
      const table = await readTable(bytes)
      return table.ok ? ok({ pages: 0 }) : table
    }
    // An office file or a picture is opened by whoever reads the report, and by nobody here.
    const kind = as === 'attachment' ? fileKindOf(bytes) : 'pdf'
    if (kind === 'pdf') return await checkPdf(bytes, limits)
    if (kind === 'not-attachable' || kind === 'macros' || kind === 'damaged') return fail({ kind })
    return ok({ pages: 0 })
  }
