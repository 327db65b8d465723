import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folders = ['client', 'shared']
const files = ['vite.config.ts', 'tools/pwa.ts', 'tools/pdfjs-assets.ts', 'package-lock.json']
const notBuilt = /\.(test|spec)\.tsx?$|[\\/]testing[\\/]/

/** Lowercase hex of SHA-256 over the names and bytes of everything the built client is made from. */
export async function hashClientSources(root: string): Promise<string> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  const paths = [
    ...found.flat().filter((path) => !notBuilt.test(path)),
    ...files.map((path) => join(root, path)),
  ].sort()
  const hash = createHash('sha256')
  for (const path of paths) {
    const bytes = await readFile(path)
    hash.update(`${path.slice(root.length)}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}
