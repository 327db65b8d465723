import { markIn } from '../../shared/domain/task-import-row.ts'
import type { SheetRow, TaskTable } from '../../shared/domain/task-sheet.ts'
import { findTaskTable } from '../../shared/domain/task-sheet.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { readSharedStrings, readSheet, readStyles } from './workbook-cells.ts'
import { RefusedWorkbook, type WorkbookRefusal } from './workbook-refusal.ts'
import { readXml } from './workbook-xml.ts'
import { openWorkbook, type WorkbookParts } from './workbook-zip.ts'

/** The register in a workbook: the first sheet that has the head of one. */
export function readTaskTable(bytes: Uint8Array): Result<TaskTable, WorkbookRefusal> {
  try {
    const parts = openWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const { sheets, is1904 } = readBook(parts)
    const strings = readSharedStrings(parts.text('xl/sharedStrings.xml'))
    const styles = readStyles(parts.text('xl/styles.xml'))
    for (const { name, part } of sheets) {
      const text = parts.text(part)
      const table = text === null ? null : findTaskTable(name, is1904, readSheet(text, strings, styles))
      if (!table) continue
      const rows = secretRows(table)
      return rows.length > 0 ? fail({ kind: 'workbook-secret', rows }) : ok(table)
    }
    return fail({ kind: 'no-task-table', sheets: sheets.map(({ name }) => name) })
  } catch (error) {
    if (error instanceof RefusedWorkbook) return fail(error.refusal)
    throw error
  }
}

function readBook(parts: WorkbookParts) {
  const targets = new Map<string, string>()
  readXml(parts.text('xl/_rels/workbook.xml.rels') ?? '<none/>', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const { Id = '', Target = '' } = attributes()
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  const sheets: { name: string; part: string }[] = []
  let is1904 = false
  readXml(parts.text('xl/workbook.xml') ?? '', {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes()['date1904'] ?? '')
      if (name !== 'sheet') return
      const { name: title = '', id = '' } = attributes()
      const part = targets.get(id)
      if (part !== undefined) sheets.push({ name: title, part })
    },
  })
  return { sheets, is1904 }
}

/** D3: a row with a mark that holds words. Its paper has them; no file does. */
function secretRows({ columns, rows }: TaskTable): number[] {
  const wordsIn = (row: SheetRow, column: number | undefined): string => {
    const value = column === undefined ? null : row.cells[column]?.value
    return typeof value === 'string' ? value.trim() : ''
  }
  const worded = ['text', 'abstract', 'product'] as const
  return rows.flatMap((row) => {
    const mark = markIn(wordsIn(row, columns.get('security')))
    const hasWords = worded.some((id) => wordsIn(row, columns.get(id)) !== '')
    return mark !== undefined && mark !== 'none' && hasWords ? [row.no] : []
  })
}
