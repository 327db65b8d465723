import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect } from 'vitest'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { ExportMark } from '../export/annotation-dict.ts'

/** Marks to take out, and what other programs read in the file. */

const folder = 'node_modules/@fontsource/be-vietnam-pro/files'
const face = (part: string) =>
  new Uint8Array(readFileSync(`${folder}/be-vietnam-pro-${part}-500-normal.woff`))
export const means = { fonts: [face('latin'), face('vietnamese')], bookmarkWord: 'Đánh dấu trang', foot: '' }

export const author = 'Nguyễn Thị Hồng Ánh'
export const createdAt = instant(Date.UTC(2026, 2, 2, 3, 4, 5))
export const mark = (
  id: string,
  geometry: ExportMark['geometry'],
  more: Partial<ExportMark> = {},
): ExportMark => ({
  id,
  page: 0,
  geometry,
  colour: '#1f4fd8',
  width: 2,
  dx: 0,
  dy: 0,
  text: '',
  isMine: true,
  by: null,
  author,
  createdAt,
  modifiedAt: null,
  ...more,
})

type Fact =
  | 'subtype'
  | 'titleObj'
  | 'contentsObj'
  | 'creationDate'
  | 'modificationDate'
  | 'annotationFlags'
  | 'hasAppearance'
  | 'color'
  | 'quadPoints'
  | 'inkLists'
  | 'rect'
/** An annotation as pdf.js tells it. */
type Found = Partial<Record<Fact, unknown>>

export async function readBack(bytes: Bytes, page = 1) {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const found: Found[] = await (await pdf.getPage(page)).getAnnotations()
  await task.destroy()
  return found.filter(({ subtype }) => subtype !== 'Popup')
}

export const near = (found: unknown, meant: readonly number[]) => {
  const numbers = flat(found)
  expect(numbers).toHaveLength(meant.length)
  for (const [i, value] of meant.entries())
    expect(Math.abs((numbers[i] ?? Number.NaN) - value)).toBeLessThan(0.05)
}
export const flat = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value instanceof Float32Array || value instanceof Uint8ClampedArray
      ? [...value]
      : Array.isArray(value)
        ? value.flatMap(flat)
        : []

export const run = (program: string, ...args: string[]) => execFileSync(program, args, { maxBuffer: 1 << 26 })
const has = (program: string) => {
  try {
    run('which', program)
    return true
  } catch {
    return false
  }
}
export const onDisk = (bytes: Bytes) => {
  const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'notes.pdf')
  writeFileSync(file, bytes)
  return file
}
export const needs = (...programs: string[]) => programs.every(has)
