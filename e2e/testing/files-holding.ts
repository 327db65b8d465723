import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdsBytes } from '../../client/store/testing/raw-database.ts'

/** Paths of the files anywhere under a folder in which any of these bytes lies. */
export function filesHolding(folder: string, wanted: readonly Uint8Array[]): string[] {
  return filesOf(folder).filter((path) => {
    const bytes = readFileSync(path)
    return wanted.some((it) => holdsBytes(bytes, it))
  })
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
