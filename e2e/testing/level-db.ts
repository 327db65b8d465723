import { unsnap, varintAt } from './snappy.ts'

/**
 * What lies in the files of a LevelDB (IndexedDB, session and local storage, extensions), as it was before the database
 * cut and compressed it: https://github.com/google/leveldb/blob/main/doc/table_format.md and log_format.md. Deleted
 * records are in there too, until the database compacts them away: who searches a lost tablet finds them.
 */
export function levelDbContents(name: string, file: Buffer): Buffer[] {
  if (name.endsWith('.ldb') || name.endsWith('.sst')) return blocksOf(file)
  return name.endsWith('.log') || /MANIFEST-\d+$/.test(name) ? [joinFragments(file)] : []
}

const footerLength = 48
const trailerLength = 5

function blocksOf(file: Buffer): Buffer[] {
  if (file.length < footerLength) return []
  const footer = file.length - footerLength
  const meta = handleAt(file, footer)
  const index = readBlock(file, handleAt(file, meta.end))
  const handles = index ? valuesOf(index).map((at) => handleAt(index, at)) : []
  return handles.map((handle) => readBlock(file, handle)).filter((block) => block !== null)
}

type Handle = { offset: number; size: number; end: number }

function handleAt(bytes: Buffer, at: number): Handle {
  const offset = varintAt(bytes, at)
  const size = varintAt(bytes, offset.end)
  return { offset: offset.value, size: size.value, end: size.end }
}

function readBlock(file: Buffer, { offset, size }: Handle): Buffer | null {
  if (offset + size + trailerLength > file.length) return null
  const raw = file.subarray(offset, offset + size)
  return file[offset + size] === 1 ? unsnap(raw) : raw
}

/** Where the values of a block begin. */
function valuesOf(block: Buffer): number[] {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4)
  const found: number[] = []
  for (let at = 0; at < end; ) {
    const shared = varintAt(block, at)
    const unshared = varintAt(block, shared.end)
    const length = varintAt(block, unshared.end)
    found.push(length.end + unshared.value)
    at = length.end + unshared.value + length.value
  }
  return found
}

const logBlock = 32 * 1024
const headerLength = 7

/** A record longer than its block goes on in the next one behind a header, in the middle of a word. */
function joinFragments(file: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let start = 0; start < file.length; start += logBlock) {
    const block = file.subarray(start, start + logBlock)
    for (let at = 0; at + headerLength <= block.length; ) {
      const length = block.readUInt16LE(at + 4)
      if (length === 0 && block[at + 6] === 0) break
      parts.push(block.subarray(at + headerLength, at + headerLength + length))
      at += headerLength + length
    }
  }
  return Buffer.concat(parts)
}
