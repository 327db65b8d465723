import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { parseDay } from '../../shared/lib/time.ts'
import type { TableCell, TableFacts } from '../app/table-port.ts'

/** A workbook of one sheet: its head stays in view and filters, days are days, and no text is ever a formula. */
export async function writeTableXlsx(
  { title, columns }: TableFacts,
  rows: readonly (readonly TableCell[])[],
): Promise<Uint8Array> {
  const head = columns.map(
    ({ head: value }): CellObject => ({
      ...{ value, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'center' },
      backgroundColor: '#F4EFE7',
    }),
  )
  const data: SheetData = rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text')))
  const features = [filtering(columns.length, rows.length + 1)]
  const sheetData: SheetData = [head, ...data]
  return await writeExcelFile(
    sheetData,
    {
      sheet: title.slice(0, 31),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { features, fontFamily: 'Times New Roman', fontSize: 11 },
  ).toBuffer()
}

function cellOf(cell: TableCell, kind: TableFacts['columns'][number]['kind']): CellObject | null {
  if (cell === null || cell === '') return null
  const day = kind === 'day' ? parseDay(String(cell)) : null
  if (day !== null) {
    // A day in a spreadsheet is a number without a zone; of a Date its UTC day is taken.
    const value = new Date(`${day}T00:00:00Z`)
    return { value, type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' }
  }
  if (typeof cell === 'number') {
    return {
      ...{ value: cell, type: Number, alignVertical: 'top' },
      ...(kind === 'percent' && { format: '0.00%' }),
    }
  }
  return { value: cell, type: String, wrap: true, alignVertical: 'top' }
}

/** Arrows on the heads, over all that is there. */
const filtering = (columns: number, rows: number) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        // Its place is next to the rows: elsewhere a spreadsheet takes the file for damaged.
        transform: (content: string) =>
          content.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${letters(columns)}${rows}"/>`),
      },
    },
  },
})

const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
