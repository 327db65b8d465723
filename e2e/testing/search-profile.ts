import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { levelDbContents } from './level-db.ts'
import { unsnap } from './snappy.ts'

/** What is looked for: by a name, the bytes of which any one counts. */
export type Wanted = Readonly<Record<string, readonly Uint8Array[]>>

/**
 * Reads every file of a browser profile as somebody who found the tablet: as it is, and, where it belongs to a LevelDB,
 * as it was before it was cut and compressed.
 * @returns which of the wanted lie there, each with its files
 */
export function searchProfile(folder: string, wanted: Wanted): Map<string, string[]> {
  const search = createSearch(wanted)
  const found = new Map<string, string[]>()
  for (const path of filesOf(folder)) {
    const file = readIfThere(path)
    if (!file) continue
    const plain = [file, ...levelDbContents(path, file)]
    const names = new Set([...plain, ...plain.flatMap(packedValues)].flatMap((bytes) => [...search(bytes)]))
    for (const name of search(Buffer.from(relative(folder, path)))) names.add(name)
    for (const name of names) found.set(name, [...(found.get(name) ?? []), relative(folder, path)])
  }
  return found
}

/** Chromium packs a long value of IndexedDB once more, behind these bytes: in the database or in a file beside it. */
const packedMark = Buffer.from([0xff, 0x11, 0x02])

function packedValues(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(packedMark); at >= 0; at = bytes.indexOf(packedMark, at + 1)) {
    found.push(unsnap(bytes.subarray(at + packedMark.length)))
  }
  return found
}

/** One pass over the bytes for all that is wanted: a mark for each beginning of three bytes. */
function createSearch(wanted: Wanted): (bytes: Buffer) => Set<string> {
  const marks = new Uint8Array(1 << 24)
  const byStart = new Map<number, { name: string; needle: Uint8Array }[]>()
  for (const [name, needles] of Object.entries(wanted)) {
    for (const needle of needles) {
      if (needle.length < 8) throw new TypeError(`too short to be found only where it was written: ${name}`)
      const start = startAt(needle, 0)
      marks[start] = 1
      byStart.set(start, [...(byStart.get(start) ?? []), { name, needle }])
    }
  }
  return (bytes) => {
    const found = new Set<string>()
    for (let at = 0; at + 3 <= bytes.length; at++) {
      const start = startAt(bytes, at)
      if (marks[start] !== 1) continue
      for (const { name, needle } of byStart.get(start) ?? []) {
        const end = at + needle.length
        if (end <= bytes.length && bytes.compare(needle, 0, needle.length, at, end) === 0) found.add(name)
      }
    }
    return found
  }
}

const startAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)

/** A browser that is open, or has just been closed, still clears away. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
