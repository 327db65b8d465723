import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import { inPieces, type Table, type TableCell } from '../app/table-port.ts'
import { createTableWriter } from './create-table-writer.ts'
import { readDocx } from './testing/read-paper.ts'

const file = {
  title: 'Sổ theo dõi nhiệm vụ',
  about: ['Đã chọn: tình trạng: quá hạn.', 'Đến 08:00 ngày 02/03/2026: tổng số 3.'],
  at: instant(Date.UTC(2026, 2, 2, 1)),
}
const tableOf = (name: string, rows: TableCell[][]): Table => ({
  ...{ name, notes: [], total: rows.length, rows: inPieces(rows, (row) => row) },
  columns: [
    { head: 'Nội dung nhiệm vụ', width: 40, kind: 'text' },
    { head: 'Thời hạn', width: 14, kind: 'day' },
    { head: 'Tiến độ (%)', width: 10, kind: 'number' },
    { head: 'Tỷ lệ', width: 10, kind: 'percent' },
  ],
})
const said = [
  '=1+1',
  '+SUM(A1)',
  '-2+3',
  '@now',
  '=HYPERLINK("http://x")',
  'a < b & "c"\u0001\u000b\u000c\ud800',
  'hai\ndòng',
]
const rows = said.map((text, at): TableCell[] => [text, '2026-03-01', at, at / 8])
const write = createTableWriter()

test('[T8] a workbook: what was chosen, heads, real days, and no text is a formula', async () => {
  const bytes = await write({ ...file, tables: [tableOf(file.title, rows)] }, 'xlsx')
  const [sheet] = await readXlsxFile(Buffer.from(bytes))
  const [title, chosen, asOf, , head, ...read] = sheet?.data ?? []
  expect(sheet?.sheet).toBe(file.title)
  expect(readDocx(bytes, 'xl/worksheets/sheet1.xml')).toMatch(
    /<\/sheetData><autoFilter ref="A5:D12"\/><pageMargins/,
  )
  expect([title, chosen, asOf].map((row) => row?.[0])).toEqual([file.title, ...file.about])
  expect(head).toEqual(['Nội dung nhiệm vụ', 'Thời hạn', 'Tiến độ (%)', 'Tỷ lệ'])
  const shown = said.map((text) => text.replace('\u0001\u000b\u000c\ud800', '\ufffd'))
  expect(read).toEqual(shown.map((text, at) => [text, new Date('2026-03-01T00:00:00Z'), at, at / 8]))
})

test('[T8] several tables: a sheet each, one without rows too', async () => {
  const tables = [tableOf('Theo tháng', rows), tableOf('Rỗng', []), tableOf('Đơn giá / 1', rows.slice(1))]
  const bytes = await write({ ...file, tables }, 'xlsx')
  const sheets = await readXlsxFile(Buffer.from(bytes))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Theo tháng', 'Rỗng', 'Đơn giá   1'])
  expect(sheets.map(({ data }) => data.length)).toEqual([5 + rows.length, 5, 4 + rows.length])
})

test('[T8] a paper: A4 across, its head on every page', async () => {
  const many = Array.from({ length: 90 }, (_, at): TableCell[] => [
    `Nhiệm vụ số ${at}`,
    '2026-03-01',
    at,
    0.5,
  ])
  const bytes = await write({ ...file, tables: [tableOf('Một', many), tableOf('Hai', [])] }, 'pdf')
  const text = Buffer.from(bytes).toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text).toContain('/MediaBox [ 0 0 841.89 595.28 ]')
})

test('[T8] whoever waits is told how far it is; what was given up is written no further, and the next one is', async () => {
  const given = new AbortController()
  const told: number[] = []
  const many = Array.from({ length: 1200 }, (): TableCell[] => ['x', '2026-03-01', 1, 0.5])
  const asked = () => ({ ...file, tables: [tableOf('Một', many)] })
  await write(asked(), 'xlsx', { signal: given.signal, onRows: (done) => told.push(done) })
  expect(told).toEqual([500, 1000, 1200])
  const cut = write(asked(), 'pdf', { signal: given.signal, onRows: () => given.abort() })
  await expect(cut).rejects.toThrow('abort')
  const next = write({ ...file, tables: [tableOf('Một', rows)] }, 'xlsx')
  expect((await next).length).toBeGreaterThan(1000)
})
