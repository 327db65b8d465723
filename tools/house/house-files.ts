import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type HouseFile = { readonly path: string; readonly text: string }

const textEndings = /\.(ts|tsx|mts|mjs|cjs|js|json|css|html|md|svg|sql|yml|yaml)$/
const textNames = /(^|\/)(LICENSE|\.npmrc|\.gitignore|\.gitattributes|run)$/

/**
 * Every text file under `root` that `.gitignore` does not name, with paths relative to `root`.
 * Reads the simple lines of `.gitignore` (`name/`, `*.ending`, `name`) itself, so that the check also works in an
 * unpacked archive without git.
 */
export async function readHouseFiles(root: string): Promise<readonly HouseFile[]> {
  const isIgnored = parseIgnore(await readFile(join(root, '.gitignore'), 'utf8'))
  const paths: string[] = []
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      if (entry.name === '.git' || isIgnored(entry.name)) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) await walk(path)
      else if (textEndings.test(path) || textNames.test(path)) paths.push(path)
    }
  }
  await walk('')
  return Promise.all(
    paths.sort().map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
  )
}

function parseIgnore(text: string): (name: string) => boolean {
  const lines = text.split('\n').map((line) => line.trim().replace(/\/$/, ''))
  const names = new Set(lines.filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('*')))
  const endings = lines.filter((line) => line.startsWith('*.')).map((line) => line.slice(1))
  return (name) => names.has(name) || endings.some((ending) => name.endsWith(ending))
}
