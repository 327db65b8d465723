import { formatDay, parseDay } from '../../shared/lib/time.ts'
import type { TableCell, TableFacts } from '../app/table-port.ts'
import { pageHeight, pageWidth } from '../typeset/page-mark.ts'
import { addPage, createPdf, savePdf } from '../typeset/pdf-file.ts'
import type { Typeface } from '../typeset/typeface.ts'
import { createTextPageWriter } from '../typeset/write-text-page.ts'
import { layOutTable } from './lay-out-table.ts'
import { across, sizes } from './official-layout.ts'
import { plain, type Run } from './official-paper.ts'
import { createPageFlow, type TextBox } from './page-flow.ts'

/** A wide table on A4 pages that lie across, its head on each of them again (Nghị định 30/2020). */
export async function writeTablePdf(
  { title, about, columns, at }: TableFacts,
  rows: readonly (readonly TableCell[])[],
  typeface: Typeface,
): Promise<Uint8Array> {
  const flow = createPageFlow(typeface, across)
  const head = (run: Run, size: number) => {
    const box: TextBox = { x: across.left, width: across.measure, size, indent: 0, align: 'centre' }
    flow.flow(flow.linesOf([run], box), box)
  }
  head({ style: 'bold', text: title.toUpperCase() }, sizes.title)
  head({ style: 'italic', text: about }, sizes.table)
  flow.skip(6)
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  layOutTable(flow, {
    kind: 'table',
    columns: columns.map(({ head: text, width, kind }) => ({
      head: text,
      share: width / whole,
      align: kind === 'text' ? 'left' : 'centre',
    })),
    rows: rows.map((row) => row.map((cell, at) => [plain(textOf(cell, columns[at]?.kind ?? 'text'))])),
  })
  const pdf = await createPdf({ title, author: 'Văn phòng Chính phủ', subject: about, madeAt: at })
  const write = await createTextPageWriter(pdf, typeface, flow.pages, pageWidth)
  for (const marks of flow.pages) addPage(pdf, write(marks), [pageHeight, pageWidth])
  return await savePdf(pdf)
}

function textOf(cell: TableCell, kind: TableFacts['columns'][number]['kind']): string {
  if (cell === null) return ''
  if (kind === 'percent' && typeof cell === 'number') return `${(cell * 100).toFixed(2).replace('.', ',')}%`
  const day = kind === 'day' ? parseDay(String(cell)) : null
  return day === null ? String(cell) : formatDay(day)
}
