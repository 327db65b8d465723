import { cleanText } from '../lib/text.ts'
import { addDays, type Day, formatDay, parseDay } from '../lib/time.ts'
import type { SheetCell } from './task-sheet.ts'

/** What stands in the cells of a register, as an office writes it. */

/** Day 0 of a spreadsheet; of the 1900 system as it is right after the 29 February 1900 that it invents. */
const firstDay = (is1904: boolean): Day => dayFrom(is1904 ? '1904-01-01' : '1899-12-30')

function dayFrom(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`not a day: ${text}`)
  return day
}

/** From 1920 to 2150: what a number in a column of days can mean. */
const isSerial = (number: number): boolean => number >= 7000 && number < 92_000

const dayOfSerial = (number: number, is1904: boolean): Day | null =>
  isSerial(number) ? addDays(firstDay(is1904), Math.floor(number)) : null

const pad = (text: string): string => text.padStart(2, '0')

/** `unclear`: something stands there that is no day. */
export function dayIn(cell: SheetCell | null, is1904: boolean): Day | null | 'unclear' {
  if (cell === null || cell.value === null) return null
  if (typeof cell.value === 'number') return dayOfSerial(cell.value, is1904) ?? 'unclear'
  const text = cleanText(cell.value).trim()
  if (text === '' || /^[-–—.]+$/.test(text)) return null
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text)
  const spoken = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/i.exec(text)
  const usual =
    /^(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?$/i.exec(text)
  const [, year, month, day] = iso ?? []
  const [, d, m, y] = spoken ?? usual ?? []
  const whole =
    year && month && day
      ? `${year}-${pad(month)}-${pad(day)}`
      : `${y?.length === 2 ? `20${y}` : y}-${pad(m ?? '')}-${pad(d ?? '')}`
  return (
    parseDay(whole) ?? (/^\d{5}(\.\d+)?$/.test(text) ? dayOfSerial(Number(text), is1904) : null) ?? 'unclear'
  )
}

/** One line where `isLine`: a number of a paper that a cell broke over two lines is one number. */
export function textIn(cell: SheetCell | null, is1904: boolean, isLine = false): string {
  if (cell === null || cell.value === null) return ''
  if (typeof cell.value === 'number') {
    const day = cell.format === 'date' ? dayOfSerial(cell.value, is1904) : null
    return day === null ? String(cell.value) : formatDay(day)
  }
  const text = cleanText(cell.value).trim()
  return isLine ? text.replace(/\s+/g, ' ') : text.replace(/[ \t]+\n/g, '\n')
}

export function percentIn(cell: SheetCell | null): number | null | 'unclear' {
  if (cell === null || cell.value === null) return null
  const { value, format } = cell
  const number =
    typeof value === 'number'
      ? format === 'percent'
        ? value * 100
        : value
      : value.trim() === ''
        ? null
        : Number(value.trim().replace(/\s*%$/, '').replace(',', '.'))
  if (number === null) return null
  const rounded = Math.round(number)
  return rounded >= 0 && rounded <= 100 ? rounded : 'unclear'
}
