import { foldText } from '../lib/text.ts'
import { type TaskColumnId, taskColumns } from './task-columns.ts'

/** A sheet of a workbook as cells, and where in it the register stands: offices put titles above it and merge heads (T8). */

export type SheetCell = {
  /** Null in a formula whose value was not stored. */
  value: string | number | null
  /** How a number is shown. */
  format?: 'date' | 'percent'
  isFormula?: true
  /** "#N/A" and the like. */
  isError?: true
}

/** `no` as the spreadsheet counts, from 1. Merged cells have been filled; rows without a word are left out. */
export type SheetRow = { no: number; cells: readonly (SheetCell | null)[] }

export type TaskTable = {
  sheet: string
  /** Days are counted from 1904 and not from 1900. */
  is1904: boolean
  columns: ReadonlyMap<TaskColumnId, number>
  /** Heads of columns that say nothing to the register. */
  ignored: readonly string[]
  rows: readonly SheetRow[]
}

type HeadId = TaskColumnId | 'extended-deadline'

const extendedHeads = [
  ...['gia han', 'thoi han gia han', 'han gia han', 'gia han den', 'duoc gia han den', 'han moi'],
  ...['thoi han moi', 'thoi han sau gia han', 'thoi han dieu chinh', 'han dieu chinh'],
]
const ownColumns = new Set(['stt', 'tt', 'so thu tu', 'ghi chu'])

const plainHead = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()

const headIds: ReadonlyMap<string, HeadId> = new Map<string, HeadId>([
  ...taskColumns.flatMap(({ id, head, known }) =>
    [head, ...known].map((one): [string, HeadId] => [plainHead(one), id]),
  ),
  ...extendedHeads.map((one): [string, HeadId] => [one, 'extended-deadline']),
])

const wordsOf = (cell: SheetCell | null | undefined): string =>
  typeof cell?.value === 'string' ? cell.value : ''

function headOf(text: string): HeadId | undefined {
  const whole = headIds.get(plainHead(text))
  return whole ?? headIds.get(plainHead(text.replace(/\([^)]*\)/g, ' ')))
}

/** A head of two lines: "Văn bản giao" over "Số" and "Ngày". */
function headOfPair(parent: string, child: string): HeadId | undefined {
  if (child === '' || child === parent) return headOf(parent)
  const whole = headOf(`${parent} ${child}`)
  if (whole) return whole
  const [over, under] = [plainHead(parent), plainHead(child)]
  const isNumber = /^so( |$)/.test(under)
  if (isNumber || /^ngay( |$)/.test(under)) {
    if (/ket qua|bao cao|san pham|hoan thanh/.test(over)) return isNumber ? 'result-number' : 'result-date'
    if (/van ban|\bvb\b|nguon|can cu/.test(over)) return isNumber ? 'source-number' : 'source-date'
  }
  return headOf(child)
}

type Head = { columns: Map<TaskColumnId, number>; ignored: string[] }

function readHead(
  width: number,
  wordsAt: (column: number) => string,
  idAt: (column: number) => HeadId | undefined,
) {
  const found = new Map<HeadId, number>()
  const ignored: string[] = []
  for (let i = 0; i < width; i++) {
    const id = idAt(i)
    if (id !== undefined && !found.has(id)) found.set(id, i)
    else if (wordsAt(i).trim() !== '' && !ownColumns.has(plainHead(wordsAt(i))))
      ignored.push(wordsAt(i).trim())
  }
  return { columns: withExtended(found), ignored }
}

/** Where one column has the date that was set and another the one it was put off to, the first is the original one (T4). */
function withExtended(found: Map<HeadId, number>): Map<TaskColumnId, number> {
  const columns = new Map<TaskColumnId, number>()
  for (const [id, at] of found) if (id !== 'extended-deadline') columns.set(id, at)
  const extended = found.get('extended-deadline')
  if (extended === undefined) return columns
  const set = columns.get('deadline')
  if (set !== undefined && !columns.has('original-deadline')) columns.set('original-deadline', set)
  return columns.set('deadline', extended)
}

/** Titles above the head take no more than this. */
const headWithin = 40

/** @returns null where no row of the sheet is the head of a register */
export function findTaskTable(sheet: string, is1904: boolean, rows: readonly SheetRow[]): TaskTable | null {
  let best: { head: Head; after: number } | null = null
  for (let i = 0; i < Math.min(rows.length, headWithin); i++) {
    const [row, next] = [rows[i]?.cells ?? [], rows[i + 1]?.cells ?? []]
    const single = readHead(
      row.length,
      (at) => wordsOf(row[at]),
      (at) => headOf(wordsOf(row[at])),
    )
    const pair = readHead(
      Math.max(row.length, next.length),
      (at) => wordsOf(next[at]) || wordsOf(row[at]),
      (at) => headOfPair(wordsOf(row[at]), wordsOf(next[at])),
    )
    for (const [head, after] of [[single, i + 1] as const, [pair, i + 2] as const]) {
      if (!isHead(head)) continue
      if (!best || head.columns.size > best.head.columns.size) best = { head, after }
    }
  }
  if (!best) return null
  const { head, after } = best
  return { sheet, is1904, ...head, rows: rows.slice(after) }
}

const isHead = ({ columns }: Head): boolean => columns.size >= 3 && columns.has('text') && columns.has('lead')
