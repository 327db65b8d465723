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
    const { sheets, is1904, stringsPart, stylesPart } = readBook(parts)
    if (sheets.length === 0) return fail({ kind: 'not-a-workbook' })
    const strings = readSharedStrings(parts.text(stringsPart))
    const styles = readStyles(parts.text(stylesPart))
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

type Link = { id: string; type: string; part: string }

/** What a part names, as writers are free to name it; `folder` is where that part lies. */
function linksIn(text: string | null, folder: string): Link[] {
  const links: Link[] = []
  readXml(text ?? '<none/>', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes()
      const part = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')
      links.push({ id, type, part })
    },
  })
  return links
}

function readBook(parts: WorkbookParts) {
  const named = linksIn(parts.text('_rels/.rels'), '').find(({ type }) => type.endsWith('/officeDocument'))
  const book = named?.part ?? 'xl/workbook.xml'
  const at = book.lastIndexOf('/') + 1
  const folder = book.slice(0, at)
  const links = linksIn(parts.text(`${folder}_rels/${book.slice(at)}.rels`), folder)
  const partOf = (kind: string) =>
    links.find(({ type }) => type.endsWith(`/${kind}`))?.part ?? `${folder}${kind}.xml`
  const targets = new Map(links.map(({ id, part }) => [id, part]))
  const sheets: { name: string; part: string }[] = []
  let is1904 = false
  readXml(parts.text(book) ?? '<none/>', {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes()['date1904'] ?? '')
      if (name !== 'sheet') return
      const { name: title = '', id = '' } = attributes()
      const part = targets.get(id)
      if (part !== undefined) sheets.push({ name: title, part })
    },
  })
  return { sheets, is1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') }
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
