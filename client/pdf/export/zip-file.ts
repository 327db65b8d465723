import { type Bytes, utf8 } from '../../../shared/lib/bytes.ts'
import { civil, type Instant } from '../../../shared/lib/time.ts'

/**
 * A ZIP archive of files as they are (APPNOTE 6.3.10, method 0: what PDFs hold is packed already). Names are UTF-8; up to
 * 4 GiB and 65,535 files.
 */
export type ZipFile = {
  /** @throws RangeError where the archive would grow beyond what the format holds. */
  add(name: string, bytes: Bytes): void
  whole(): Blob
}

const most = 0xffff_ffff
const mostFiles = 0xffff
const isUtf8 = 0x0800
const version = 20
/** Made as on Unix: else some programs read names as those of MS-DOS. */
const madeBy = 0x0300 + version
/** A file that its owner may write, and all may read. */
const rights = 0o100644 * 0x1_0000

/** @param at the hour that every file bears */
export function createZipFile(at: Instant): ZipFile {
  // Handed to the browser one by one, which may lay them aside: a dossier is larger than what a tablet holds at once.
  const stored: Blob[] = []
  const listed: Bytes[] = []
  let files = 0
  let offset = 0
  const { year, month, day, hour, minute } = civil(at)
  const time = (hour << 11) | (minute << 5)
  const date = (Math.max(0, year - 1980) << 9) | (month << 5) | day
  return {
    add(name, bytes) {
      const title = utf8(name)
      const start = offset
      offset += 30 + title.length + bytes.length
      if (offset > most || files >= mostFiles) throw new RangeError('too large for a ZIP')
      files += 1
      const facts = [
        [version, 2],
        [isUtf8, 2],
        [0, 2],
        [time, 2],
        [date, 2],
        [crc32(bytes), 4],
        [bytes.length, 4],
        [bytes.length, 4],
        [title.length, 2],
        [0, 2],
      ] as const
      stored.push(new Blob([record([[0x04034b50, 4], ...facts]), title, bytes]))
      listed.push(
        record([[0x02014b50, 4], [madeBy, 2], ...facts, [0, 2], [0, 2], [0, 2], [rights, 4], [start, 4]]),
        title,
      )
    },
    whole() {
      const size = listed.reduce((sum, { length }) => sum + length, 0)
      const end = record([
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [files, 2],
        [files, 2],
        [size, 4],
        [offset, 4],
        [0, 2],
      ])
      return new Blob([...stored, ...listed, end], { type: 'application/zip' })
    },
  }
}

/** Numbers of so many bytes each, the lowest byte first. */
function record(fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Bytes {
  const bytes = new Uint8Array(fields.reduce((sum, [, length]) => sum + length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, length] of fields) {
    if (length === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += length
  }
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Bytes): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffff_ffff) >>> 0
}
