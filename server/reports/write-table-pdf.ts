import { countText, percentText } from '../../shared/lib/figure-text.ts'
import { formatDay, parseDay } from '../../shared/lib/time.ts'
import type { FileFacts, TableCell, TableColumn, TableFacts } from '../app/table-port.ts'
import { pageHeight, pageWidth } from '../typeset/page-mark.ts'
import { addPage, createPdf, savePdf } from '../typeset/pdf-file.ts'
import type { Typeface } from '../typeset/typeface.ts'
import { createTextPageWriter } from '../typeset/write-text-page.ts'
import { beginTable } from './lay-out-table.ts'
import { across, sizes } from './official-layout.ts'
import { plain, type Run } from './official-paper.ts'
import { createPageFlow, type TextBox } from './page-flow.ts'
import type { TableFileWriter } from './table-file-writer.ts'

/** A table's name is not left alone at the foot of a page. */
const roomForTable = 150

/** Wide tables on A4 pages that lie across, their heads on each of them again (Nghị định 30/2020). */
export function createTablePdfWriter(
  { title, about, at: madeAt }: FileFacts,
  tables: readonly TableFacts[],
  typeface: Typeface,
): TableFileWriter {
  const flow = createPageFlow(typeface, across)
  const put = (run: Run, size: number, align: TextBox['align']) => {
    const box: TextBox = { x: across.left, width: across.measure, size, indent: 0, align }
    flow.flow(flow.linesOf([run], box), box)
  }
  put({ style: 'bold', text: title.toUpperCase() }, sizes.title, 'centre')
  for (const text of about) put({ style: 'italic', text }, sizes.table, 'centre')

  let open: { table: number; set: ReturnType<typeof beginTable> } | null = null
  const begin = (at: number) => {
    open?.set.end()
    const { name, notes, columns } = tables[at] ?? { name: '', notes: [], columns: [] }
    if (flow.room() < roomForTable) flow.newPage()
    flow.skip(6)
    if (tables.length > 1) put({ style: 'bold', text: name }, sizes.table, 'left')
    for (const text of notes) put(plain(text), sizes.table, 'left')
    const whole = columns.reduce((sum, { width }) => sum + width, 0)
    const set = beginTable(flow, {
      columns: columns.map(({ head, width, kind }) => ({
        head,
        share: width / whole,
        align: kind === 'text' ? 'left' : 'centre',
      })),
    })
    open = { table: at, set }
    return open
  }
  const upTo = (at: number) => {
    let now = open ?? begin(0)
    while (now.table < at) now = begin(now.table + 1)
    return now
  }
  return {
    add: (at, rows) => {
      const { set } = upTo(at)
      const kinds = tables[at]?.columns.map(({ kind }) => kind) ?? []
      for (const row of rows) set.row(row.map((cell, i) => [plain(textOf(cell, kinds[i] ?? 'text'))]))
    },
    finish: async () => {
      upTo(tables.length - 1).set.end()
      const pdf = await createPdf({ title, author: 'Văn phòng Chính phủ', subject: about.join(' '), madeAt })
      const write = await createTextPageWriter(pdf, typeface, flow.pages, pageWidth)
      for (const marks of flow.pages) addPage(pdf, write(marks), [pageHeight, pageWidth])
      return await savePdf(pdf)
    },
  }
}

function textOf(cell: TableCell, kind: TableColumn['kind']): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return kind === 'percent' ? percentText(cell) : countText(cell)
  const day = kind === 'day' ? parseDay(cell) : null
  return day === null ? cell : formatDay(day)
}
