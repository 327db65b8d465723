import type { SheetCell, SheetRow } from '../../shared/domain/task-sheet.ts'
import { RefusedWorkbook } from './workbook-refusal.ts'
import { readXml } from './workbook-xml.ts'

/** The cells of one sheet as they were stored; formulas are never computed. */

export type CellStyles = readonly ('date' | 'percent' | undefined)[]

const rowsMost = 20_000
const columnsMost = 100
/** Filling of merged cells, all together. */
const fillsMost = 2_000_000

/** Spreadsheets write characters that XML cannot hold, and line ends, as _x000D_. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export function readSharedStrings(text: string | null): string[] {
  const strings: string[] = []
  if (text === null) return strings
  let current: string[] | null = null
  let isText = false
  let isReading = 0
  readXml(text, {
    open: (name) => {
      if (name === 'si') current = []
      else if (name === 'rPh') isReading++
      else if (name === 't') isText = isReading === 0
    },
    close: (name) => {
      if (name === 't') isText = false
      else if (name === 'rPh') isReading--
      else if (name === 'si') {
        strings.push(unescaped((current ?? []).join('')))
        current = null
      }
    },
    text: (value) => {
      if (isText) current?.push(value)
    },
  })
  return strings
}

const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return column - 1
}

type Open = { column: number; type: string; style: number; isFormula: boolean; value: string | null }

export function readSheet(text: string, strings: readonly string[], styles: CellStyles): SheetRow[] {
  const rows: { no: number; cells: (SheetCell | null)[] }[] = []
  const merges: string[] = []
  let no = 0
  let column = -1
  let cells: (SheetCell | null)[] = []
  let open: Open | null = null
  let part: 'value' | 'formula' | null = null
  let isReading = 0
  readXml(text, {
    open: (name, attributes) => {
      if (name === 'c') {
        const { r, t = 'n', s = '0' } = attributes()
        column = r === undefined ? column + 1 : columnOf(r)
        open = { column, type: t, style: Number(s), isFormula: false, value: null }
      } else if (name === 'row') {
        const { r } = attributes()
        no = r === undefined ? no + 1 : Number(r)
        if (!Number.isSafeInteger(no) || no < 1) throw new RefusedWorkbook({ kind: 'broken-workbook' })
        column = -1
        cells = []
      } else if (name === 'mergeCell') merges.push(attributes()['ref'] ?? '')
      else if (open !== null) {
        if (name === 'rPh') isReading++
        else if (name === 'v' || (name === 't' && isReading === 0)) part = 'value'
        else if (name === 'f') {
          open.isFormula = true
          part = 'formula'
        }
      }
    },
    text: (value) => {
      if (open !== null && part === 'value') open.value = (open.value ?? '') + value
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') part = null
      else if (name === 'rPh') isReading--
      else if (name === 'c' && open !== null) {
        const cell = cellOf(open, strings, styles)
        if (cell && open.column >= 0 && open.column < columnsMost) {
          while (cells.length < open.column) cells.push(null)
          cells[open.column] = cell
        }
        open = null
      } else if (name === 'row' && cells.length > 0) {
        if (rows.length >= rowsMost) {
          throw new RefusedWorkbook({ kind: 'workbook-too-complex', limit: 'rows', most: rowsMost })
        }
        rows.push({ no, cells })
        cells = []
      }
    },
  })
  fillMerged(rows, merges)
  return rows
}

function cellOf(
  { type, style, isFormula, value }: Open,
  strings: readonly string[],
  styles: CellStyles,
): SheetCell | null {
  const formula = isFormula ? { isFormula: true as const } : {}
  if (type === 'e') return { value: value ?? '', isError: true, ...formula }
  if (value === null || value === '') return isFormula ? { value: null, ...formula } : null
  if (type === 's') {
    const text = strings[Number(value)] ?? ''
    return text.trim() === '' ? null : { value: text, ...formula }
  }
  if (type === 'n') {
    const number = Number(value)
    const format = styles[style]
    return Number.isFinite(number) ? { value: number, ...(format && { format }), ...formula } : null
  }
  if (type === 'b') return { value: value === '1' ? 'TRUE' : 'FALSE', ...formula }
  return value.trim() === '' ? null : { value: unescaped(value), ...formula }
}

/** What is merged says the same in each of its cells. */
function fillMerged(
  rows: readonly { no: number; cells: (SheetCell | null)[] }[],
  merges: readonly string[],
): void {
  const byNo = new Map(rows.map((row) => [row.no, row]))
  const last = rows.at(-1)?.no ?? 0
  let fills = 0
  for (const merge of merges) {
    const [, from = '', top = '', to = '', bottom = ''] =
      /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(merge) ?? []
    const [left, right] = [columnOf(from), Math.min(columnOf(to), columnsMost - 1)]
    const cell = byNo.get(Number(top))?.cells[left]
    if (!cell) continue
    for (let no = Number(top); no <= Math.min(Number(bottom), last); no++) {
      const cells = byNo.get(no)?.cells
      for (let at = left; at <= right; at++) {
        if (++fills > fillsMost) return
        if (!cells || cells[at]) continue
        while (cells.length < at) cells.push(null)
        cells[at] = cell
      }
    }
  }
}

const dateIds = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** How the numbers of each style are shown. */
export function readStyles(text: string | null): CellStyles {
  if (text === null) return []
  const custom = new Map<number, string>()
  const styles: ('date' | 'percent' | undefined)[] = []
  let isInCells = false
  readXml(text, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCells = true
      else if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes()
        custom.set(Number(numFmtId), formatCode)
      } else if (name === 'xf' && isInCells)
        styles.push(formatOf(Number(attributes()['numFmtId'] ?? '0'), custom))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles
}

function formatOf(id: number, custom: ReadonlyMap<number, string>): 'date' | 'percent' | undefined {
  const code = (custom.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (id === 9 || id === 10 || code.includes('%')) return 'percent'
  return dateIds.has(id) || /[dy]/i.test(code) ? 'date' : undefined
}
