import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import type { TableFacts } from '../app/table-port.ts'
import { createTableWriter } from './create-table-writer.ts'
import { readDocx } from './testing/read-paper.ts'

const table: TableFacts = {
  title: 'Sổ theo dõi nhiệm vụ',
  about: 'Đến 08:00 ngày 02/03/2026: tổng số 3.',
  columns: [
    { head: 'Nội dung nhiệm vụ', width: 40, kind: 'text' },
    { head: 'Thời hạn', width: 14, kind: 'day' },
    { head: 'Tiến độ (%)', width: 10, kind: 'number' },
    { head: 'Tỷ lệ', width: 10, kind: 'percent' },
  ],
  at: instant(Date.UTC(2026, 2, 2, 1)),
}
const formulas = ['=1+1', '+SUM(A1)', '-2+3', '@now', '=HYPERLINK("http://x")']
const rows = formulas.map((text, at) => [text, '2026-03-01', at, at / 8])
const write = createTableWriter()

test('[T8] a workbook: heads, real days, and no text is a formula', async () => {
  const bytes = await write(table, [rows.slice(0, 2), rows.slice(2)], 'xlsx')
  const [sheet] = await readXlsxFile(Buffer.from(bytes))
  const [head, ...read] = sheet?.data ?? []
  expect(sheet?.sheet).toBe(table.title)
  expect(readDocx(bytes, 'xl/worksheets/sheet1.xml')).toMatch(
    /<\/sheetData><autoFilter ref="A1:D6"\/><pageMargins/,
  )
  expect(head).toEqual(table.columns.map(({ head: text }) => text))
  expect(read).toEqual(formulas.map((text, at) => [text, new Date('2026-03-01T00:00:00Z'), at, at / 8]))
})

test('[T8] a paper: A4 across, its head on every page', async () => {
  const many = Array.from({ length: 90 }, (_, at) => [`Nhiệm vụ số ${at}`, '2026-03-01', at, 0.5])
  const bytes = await write(table, [many], 'pdf')
  const text = Buffer.from(bytes).toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text).toContain('/MediaBox [ 0 0 841.89 595.28 ]')
})
