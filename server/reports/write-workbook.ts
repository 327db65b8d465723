import { strToU8, Zip, ZipDeflate } from 'fflate'
import { concat } from '../../shared/lib/bytes.ts'
import type { FileFacts, TableFacts } from '../app/table-port.ts'
import { columnName, rowXml, styledRowXml } from './sheet-xml.ts'
import type { TableFileWriter } from './table-file-writer.ts'
import { cellStyles, fixedParts, sheetHead } from './workbook-parts.ts'

/** Text that is packed at once: many small pieces would take longer. */
const packedAt = 256 * 1024
const level = 6

/**
 * A workbook, one sheet a table, packed as it is written: of tens of thousands of rows nothing is held but what has been packed.
 * Above the head stand title and what was chosen, where there is anything to tell; the head stays in view and filters, days are days, and no text is a formula.
 */
export function createWorkbookWriter(file: FileFacts | null, tables: readonly TableFacts[]): TableFileWriter {
  const packed: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    packed.push(new Uint8Array(piece))
  })
  const part = (name: string) => {
    const entry = new ZipDeflate(name, { level })
    zip.add(entry)
    let text = ''
    const push = (isLast: boolean) => {
      entry.push(strToU8(text), isLast)
      text = ''
    }
    return {
      write: (more: string) => {
        text += more
        if (text.length >= packedAt) push(false)
      },
      end: () => push(true),
    }
  }

  const isOne = tables.length === 1
  const linesOf = ({ name, notes }: TableFacts): string[] =>
    file ? [isOne ? file.title : `${file.title}: ${name}`, ...file.about, ...notes] : []
  const headRowOf = (lines: readonly string[]) => (lines.length === 0 ? 1 : lines.length + 2)
  const sheets = tables.map((table) => ({ name: sheetName(table.name), headRow: headRowOf(linesOf(table)) }))
  for (const [name, text] of Object.entries(fixedParts(sheets))) {
    const fixed = part(name)
    fixed.write(text)
    fixed.end()
  }

  let open: { table: number; sheet: ReturnType<typeof part>; row: number } | null = null
  const end = () => {
    const columns = tables[open?.table ?? -1]?.columns
    const headRow = sheets[open?.table ?? -1]?.headRow ?? 1
    if (!open || !columns) return
    const { sheet, row } = open
    const last = columnName(columns.length - 1)
    // Its place is next to the rows: elsewhere a spreadsheet takes the file for damaged.
    sheet.write(`</sheetData><autoFilter ref="A${headRow}:${last}${Math.max(row - 1, headRow)}"/>`)
    sheet.write('<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>')
    sheet.write('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>')
    sheet.end()
  }
  const begin = (at: number) => {
    end()
    const table = tables[at]
    if (!table) throw new Error(`no table ${at}`)
    const sheet = part(`xl/worksheets/sheet${at + 1}.xml`)
    const lines = linesOf(table)
    const headRow = headRowOf(lines)
    const widths = table.columns.map(
      ({ width }, no) => `<col min="${no + 1}" max="${no + 1}" width="${width}" customWidth="1"/>`,
    )
    sheet.write(
      `${sheetHead}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${at === 0 ? ' tabSelected="1"' : ''}><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`,
    )
    for (const [i, line] of lines.entries()) {
      sheet.write(styledRowXml([line], i + 1, i === 0 ? cellStyles.title : cellStyles.about))
    }
    const heads = table.columns.map(({ head }) => head)
    sheet.write(styledRowXml(heads, headRow, cellStyles.columnHead))
    open = { table: at, sheet, row: headRow + 1 }
    return open
  }
  const upTo = (at: number) => {
    let now = open ?? begin(0)
    while (now.table < at) now = begin(now.table + 1)
    return now
  }
  const names = tables.map(({ columns }) => columns.map((_, at) => columnName(at)))

  return {
    add: (at, rows) => {
      const to = upTo(at)
      const columns = tables[at]?.columns ?? []
      for (const row of rows) {
        to.sheet.write(rowXml(row, columns, names[at] ?? [], to.row))
        to.row += 1
      }
    },
    finish: async () => {
      upTo(tables.length - 1)
      end()
      zip.end()
      return concat(...packed)
    },
  }
}

/** What a spreadsheet takes for the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
