import { inflateRawSync } from 'node:zlib'
import { RefusedWorkbook } from './workbook-refusal.ts'

/** The parts of a workbook, unpacked one by one within a bound: what a file says of its own size is not believed. */
export type WorkbookParts = {
  names: readonly string[]
  /** Null where there is no such part. */
  text(name: string): string | null
}

/** All parts that are read, together; pictures and the like are not. */
const unpackedMost = 256 * 1024 * 1024

const broken = () => new RefusedWorkbook({ kind: 'broken-workbook' })

export function openWorkbook(bytes: Buffer): WorkbookParts {
  checkKind(bytes)
  const entries = directoryOf(bytes)
  if ([...entries.keys()].some((name) => /vbaproject\.bin$|macrosheets\//i.test(name))) {
    throw new RefusedWorkbook({ kind: 'workbook-macros' })
  }
  if (!entries.has('_rels/.rels') && !entries.has('xl/workbook.xml')) {
    throw new RefusedWorkbook({ kind: 'not-a-workbook' })
  }
  let left = unpackedMost
  return {
    names: [...entries.keys()],
    text: (name) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) return null
      const part = unpack(bytes, entry, left)
      left -= part.length
      return new TextDecoder('utf-8').decode(part)
    },
  }
}

function checkKind(bytes: Buffer): void {
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new RefusedWorkbook({ kind: isLocked ? 'locked-workbook' : 'old-workbook' })
  }
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') {
    throw new RefusedWorkbook({ kind: 'not-a-workbook' })
  }
}

type Entry = { method: number; packed: number; at: number }

/** The list at the end of the archive; an archive that was cut short has none. */
function directoryOf(bytes: Buffer): Map<string, Entry> {
  const { count, from } = endOf(bytes)
  let at = from
  const entries = new Map<string, Entry>()
  let declared = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken()
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new RefusedWorkbook({ kind: 'locked-workbook' })
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((off) => bytes.readUInt16LE(at + off))
    const next = at + 46 + nameLength + extra + comment
    if (next > bytes.length) throw broken()
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const long = longFields(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extra))
    // In this order the longer numbers stand, each only where its short field is full.
    const [size = 0, packed = 0, local = 0] = [24, 20, 42].map((off) => {
      const short = bytes.readUInt32LE(at + off)
      return short === full32 ? long() : short
    })
    if (/\.xml$|\.rels$/.test(name)) declared += size
    // Names of parts differ by more than their case.
    entries.set(name.toLowerCase(), { method: bytes.readUInt16LE(at + 10), packed, at: local })
    at = next
  }
  if (declared > 4 * unpackedMost) throw tooLarge()
  return entries
}

const full16 = 0xffff
const full32 = 0xffffffff

/** Some writers give even a small archive the numbers of one above 4 GB (ZIP64, APPNOTE 4.3.14 and 4.5.3). */
function endOf(bytes: Buffer): { count: number; from: number } {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) throw broken()
  const [count, from] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  if (count !== full16 && from !== full32) return { count, from }
  const locator = end - 20
  if (locator < 0 || bytes.readUInt32LE(locator) !== 0x07064b50) return { count, from }
  const long = longAt(bytes, locator + 8)
  if (long + 56 > bytes.length || bytes.readUInt32LE(long) !== 0x06064b50) throw broken()
  return { count: longAt(bytes, long + 32), from: longAt(bytes, long + 48) }
}

function longAt(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) throw broken()
  const long = Number(bytes.readBigUInt64LE(at))
  if (!Number.isSafeInteger(long)) throw broken()
  return long
}

/** @returns the next of an entry's longer numbers */
function longFields(extra: Buffer): () => number {
  let fields: Buffer = Buffer.alloc(0)
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) fields = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
  }
  let at = 0
  return () => {
    const long = longAt(fields, at)
    at += 8
    return long
  }
}

const tooLarge = () =>
  new RefusedWorkbook({ kind: 'workbook-too-complex', limit: 'unpacked-size', most: unpackedMost })

function unpack(bytes: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw broken()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + packed > bytes.length) throw broken()
  const part = bytes.subarray(from, from + packed)
  if (method === 0) {
    if (part.length > most) throw tooLarge()
    return part
  }
  if (method !== 8) throw broken()
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLarge =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    throw isTooLarge ? tooLarge() : broken()
  }
}
