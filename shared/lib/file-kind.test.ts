import { expect, test } from 'vitest'
import { utf8 } from './bytes.ts'
import { fileKindOf } from './file-kind.ts'

/** A package whose directory names these; the entries themselves are never read. */
function packageOf(names: readonly string[], unpacked = 10): Uint8Array {
  const entries = names.map((name) => {
    const head = new Uint8Array(46)
    const view = new DataView(head.buffer)
    view.setUint32(0, 0x02014b50, true)
    view.setUint32(24, unpacked, true)
    view.setUint16(28, utf8(name).length, true)
    return Buffer.concat([head, utf8(name)])
  })
  const body = Buffer.from([0x50, 0x4b, 0x03, 0x04])
  const directory = Buffer.concat(entries)
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(10, names.length, true)
  view.setUint32(16, body.length, true)
  return new Uint8Array(Buffer.concat([body, directory, end]))
}

const types = '[Content_Types].xml'

test('[T5] a file is what its bytes are', () => {
  expect(fileKindOf(utf8('%PDF-1.7'))).toBe('pdf')
  expect(fileKindOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpg')
  expect(fileKindOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('png')
  expect(fileKindOf(packageOf([types, 'word/document.xml']))).toBe('docx')
  expect(fileKindOf(packageOf([types, 'xl/workbook.xml']))).toBe('xlsx')
})

test('[O6] programs, packages of anything else and what is cut off are not attached', () => {
  expect(fileKindOf(utf8('MZ'))).toBe('not-attachable')
  expect(fileKindOf(new Uint8Array())).toBe('not-attachable')
  expect(fileKindOf(packageOf(['run.exe']))).toBe('not-attachable')
  expect(fileKindOf(packageOf([types, 'ppt/presentation.xml']))).toBe('not-attachable')
  expect(fileKindOf(packageOf([types, 'word/document.xml', 'word/vbaProject.bin']))).toBe('macros')
  const whole = packageOf([types, 'word/document.xml'])
  expect(fileKindOf(whole.subarray(0, whole.length - 9))).toBe('damaged')
  expect(fileKindOf(packageOf([types, 'word/document.xml'], 0xffff_ffff))).toBe('damaged')
  expect(fileKindOf(utf8('PK\u0003\u0004'))).toBe('damaged')
})
