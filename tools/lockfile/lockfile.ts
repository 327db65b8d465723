import { z } from 'zod'

// Records, not objects of known fields: those would come back in another order, and npm would write the file anew.
const Entry = z.record(z.string(), z.unknown())
type Entry = z.infer<typeof Entry>
const Versions = z.record(z.string(), z.string()).default({})

const Lockfile = z.looseObject({ packages: z.record(z.string(), Entry) })
type Lockfile = z.infer<typeof Lockfile>

export function parseLockfile(text: string): Lockfile {
  return Lockfile.parse(JSON.parse(text))
}

export type Missing = { readonly parent: string; readonly name: string; readonly version: string }

/**
 * Optional packages (builds for other platforms) that a package asks for and the lockfile does not know. npm leaves
 * them out without a word where the registry at hand does not serve them, and `npm ci` then fails everywhere.
 */
export function missingOptional({ packages }: Lockfile): readonly Missing[] {
  return Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(optionalOf(entry))
      .filter(([name]) => !lookupPaths(parent, name).some((path) => path in packages))
      .map(([name, version]) => ({ parent, name, version })),
  )
}

/**
 * The lockfile with the missing packages added: exact version, and the platform that their names tell. They carry no
 * integrity, since nobody here has seen their bytes; what is installed on this platform always does.
 */
export function withOptional(lockfile: Lockfile): Lockfile {
  const { packages } = lockfile
  const added = missingOptional(lockfile).map(({ parent, name, version }): [string, Entry] => {
    const known = Object.keys(optionalOf(packages[parent]))
      .map((sibling) => packages[`node_modules/${sibling}`])
      .find((sibling) => sibling !== undefined)
    const { dev, devOptional, license, engines } = known ?? {}
    const { os, cpu, libc } = platformOf(name)
    const entry = { version, cpu, dev, devOptional, libc, license, optional: true, os, engines }
    return [`node_modules/${name}`, entry]
  })
  const byPath = [...Object.entries(packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lockfile, packages: Object.fromEntries(byPath) }
}

const optionalOf = (entry: Entry | undefined): Readonly<Record<string, string>> =>
  Versions.parse(entry?.['optionalDependencies'])

const platformName =
  /-(?<os>android|darwin|freebsd|linux|openbsd|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|riscv64|ppc64|s390x|loong64)(?:-(?<abi>\w+))?$/

type Platform = { readonly os: string[]; readonly cpu: string[]; readonly libc: string[] | undefined }

function platformOf(name: string): Platform {
  const { os, cpu, abi } = platformName.exec(name)?.groups ?? {}
  if (os === undefined || cpu === undefined)
    throw new Error(`The name ${name} tells no platform: add it by hand`)
  const libc = os !== 'linux' || abi === undefined ? undefined : [abi.startsWith('musl') ? 'musl' : 'glibc']
  return { os: [os], cpu: [cpu], libc }
}

function lookupPaths(parent: string, name: string): readonly string[] {
  const folders = parent === '' ? [] : parent.split('/node_modules/')
  return [
    ...folders.map((_, at) => `${folders.slice(0, folders.length - at).join('/node_modules/')}/`),
    '',
  ].map((folder) => `${folder}node_modules/${name}`)
}
