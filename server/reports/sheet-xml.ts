import { dayMs, parseDay, startOfDay } from '../../shared/lib/time.ts'
import type { TableCell, TableColumn } from '../app/table-port.ts'
import { cellStyles } from './workbook-parts.ts'
import { xmlText } from './xml-text.ts'

/** Rows of a sheet as SpreadsheetML; texts stand in their cells, so that nothing of them is kept until the end. */

/** "A", "Z", "AA". */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)

/** A spreadsheet reads "_x0041_" as the letter of that number, wherever it stands. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

const textCell = (text: string, at: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(literal(text))}</t></is></c>`

/** Day 0 of a spreadsheet; days are numbers without a zone. */
const dayZero = parseDay('1899-12-30')
const serialOf = (text: string): number | null => {
  const day = parseDay(text)
  return day && dayZero && Math.round((startOfDay(day) - startOfDay(dayZero)) / dayMs)
}

function cellXml(cell: TableCell, kind: TableColumn['kind'], at: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') {
    const style =
      kind === 'percent' ? cellStyles.percent : Number.isInteger(cell) ? cellStyles.count : cellStyles.tenth
    return `<c r="${at}" s="${style}"><v>${cell}</v></c>`
  }
  const serial = kind === 'day' ? serialOf(cell) : null
  if (serial !== null) return `<c r="${at}" s="${cellStyles.day}"><v>${serial}</v></c>`
  return textCell(cell, at, cellStyles.text)
}

export function rowXml(
  cells: readonly TableCell[],
  columns: readonly Pick<TableColumn, 'kind'>[],
  names: readonly string[],
  no: number,
): string {
  let row = `<row r="${no}">`
  for (let at = 0; at < cells.length; at++) {
    row += cellXml(cells[at] ?? null, columns[at]?.kind ?? 'text', `${names[at]}${no}`)
  }
  return `${row}</row>`
}

/** Heads of columns, or a line of its own above them. */
export const styledRowXml = (texts: readonly string[], no: number, style: number): string =>
  `<row r="${no}">${texts.map((text, at) => textCell(text, `${columnName(at)}${no}`, style)).join('')}</row>`
