/** What a file is by its own bytes; its name says nothing. Of these kinds files may be attached to a report (T5). */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpg'

export type FileKindFault =
  /** None of them. */
  | 'not-attachable'
  /** An office file with a program in it. */
  | 'macros'
  /** Its parts do not fit together, or unpack to more than any honest file needs. */
  | 'damaged'

const maxEntries = 20_000
const maxUnpacked = 1024 * 1024 * 1024

export function fileKindOf(bytes: Uint8Array): FileKind | FileKindFault {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg'
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? officeKindOf(bytes) : 'not-attachable'
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

/** By the names in the directory at the end of the package; nothing is unpacked. */
function officeKindOf(bytes: Uint8Array): FileKind | FileKindFault {
  const names = namesIn(bytes)
  if (!names) return 'damaged'
  if (!names.has('[Content_Types].xml')) return 'not-attachable'
  if ([...names].some((name) => /vbaProject\.bin$|(^|\/)(activeX|macrosheets)\//i.test(name))) return 'macros'
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : 'not-attachable'
}

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50

function namesIn(bytes: Uint8Array): Set<string> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  let end = bytes.length - 22
  while (end >= lowest && view.getUint32(end, true) !== directoryEnd) end -= 1
  if (end < lowest) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > maxEntries) return null
  const names = new Set<string>()
  let unpacked = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryEntry) return null
    unpacked += view.getUint32(at + 24, true)
    const length = view.getUint16(at + 28, true)
    const skipped = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (unpacked > maxUnpacked || at + 46 + length > end) return null
    // The names that are looked for are ASCII, whatever the others are written in.
    names.add(
      Array.from(bytes.subarray(at + 46, at + 46 + length), (byte) => String.fromCharCode(byte)).join(''),
    )
    at += 46 + length + skipped
  }
  return names
}
