import { crc32, deflateRawSync } from 'node:zlib'
import type { Bytes } from '../../../shared/lib/bytes.ts'

/** Workbooks as spreadsheets write them, and as nobody should: for tests, from what stands in the cells. */

export type Cell =
  | string
  | number
  | null
  | { day: number }
  | { percent: number }
  | { formula: string; value?: string | number }
  | { error: string }

type Sheet = { name: string; rows: readonly (readonly Cell[])[]; merges?: readonly string[]; from?: number }

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const nameOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : nameOf(Math.floor(column / 26) - 1) + nameOf(column % 26)

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`
  if ('percent' in cell) return `<c r="${at}" s="2"><v>${cell.percent}</v></c>`
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`
  const { formula, value } = cell
  const type = typeof value === 'string' ? ' t="str"' : ''
  const stored = value === undefined ? '' : `<v>${escaped(String(value))}</v>`
  return `<c r="${at}"${type}><f>${escaped(formula)}</f>${stored}</c>`
}

function sheetXml({ rows, merges = [], from = 1 }: Sheet): string {
  const lines = rows.map((cells, i) => {
    const no = i + from
    return `<row r="${no}">${cells.map((cell, at) => cellXml(cell, `${nameOf(at)}${no}`)).join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const tail = merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData>${tail}</worksheet>`
}

const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>'

/** @param more parts beside those of the sheets, which they may replace */
export function makeWorkbook(
  sheets: readonly Sheet[],
  {
    is1904 = false,
    isLong = false,
    more = {},
  }: { is1904?: boolean; isLong?: boolean; more?: Readonly<Record<string, string>> } = {},
): Bytes {
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i}"/>`,
  )
  const links = sheets.map((_, i) => `<Relationship Id="r${i}" Type="t" Target="worksheets/s${i}.xml"/>`)
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/s${i}.xml`, sheetXml(sheet)])),
    ...more,
  }
  return makeZip(parts, isLong)
}

/** @param isLong with the numbers of an archive above 4 GB, as some writers always give them */
export function makeZip(parts: Readonly<Record<string, string>>, isLong = false): Bytes {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const [file, raw] = [Buffer.from(name), Buffer.from(text)]
    const packed = deflateRawSync(raw)
    const facts = (isFull: boolean) => {
      const of = Buffer.alloc(22)
      of.writeUInt16LE(20, 0)
      of.writeUInt16LE(8, 4)
      of.writeUInt32LE(crc32(raw), 10)
      of.writeUInt32LE(isFull ? 0xffffffff : packed.length, 14)
      of.writeUInt32LE(isFull ? 0xffffffff : raw.length, 18)
      return of
    }
    const extra = isLong ? extraOf(raw.length, packed.length, at) : Buffer.alloc(0)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(file.length, 0)
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts(false), lengths, file])
    const both = Buffer.from(lengths)
    both.writeUInt16LE(extra.length, 2)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(isLong ? 0xffffffff : at, 10)
    const mark = Buffer.from('PK\u0001\u0002', 'latin1')
    central.push(Buffer.concat([mark, Buffer.from([20, 0]), facts(isLong), both, rest, file, extra]))
    local.push(head, packed)
    at += head.length + packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(isLong ? 0xffff : central.length, 4)
  end.writeUInt16LE(isLong ? 0xffff : central.length, 6)
  end.writeUInt32LE(isLong ? 0xffffffff : list.length, 8)
  end.writeUInt32LE(isLong ? 0xffffffff : at, 12)
  const long = isLong ? [longEnd(central.length, list.length, at)] : []
  const mark = Buffer.from('PK\u0005\u0006', 'latin1')
  return new Uint8Array(Buffer.concat([...local, list, ...long, mark, end]))
}

const longs = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(8 * numbers.length)
  for (const [i, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 8 * i)
  return bytes
}

/** Behind another field, which is nobody's concern here. */
const extraOf = (...numbers: number[]): Buffer =>
  Buffer.concat([Buffer.from([0x99, 0x99, 2, 0, 7, 7, 1, 0, 8 * numbers.length, 0]), longs(...numbers)])

function longEnd(count: number, size: number, at: number): Buffer {
  const [mark, locator] = ['PK\u0006\u0006', 'PK\u0006\u0007'].map((text) => Buffer.from(text, 'latin1'))
  if (!mark || !locator) throw new Error('no marks')
  const versions = Buffer.from([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  const record = [mark, longs(44), versions, longs(count, count, size, at)]
  return Buffer.concat([...record, locator, Buffer.alloc(4), longs(at + size), Buffer.from([1, 0, 0, 0])])
}
