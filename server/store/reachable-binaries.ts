import { chmod, cp, lstat, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import type { DatabaseFault } from './database-fault.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { firstClosedFolder, type PostgresUser } from './postgres-user.ts'

/**
 * The programs where PostgreSQL's user can run them. Root often installs below a folder that is closed to all others (its
 * home, a build's temporary folder): the 60 MB are then copied once to the system's temporary folder, owned by root.
 */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  user: PostgresUser | null,
): Promise<Result<PostgresBinaries, DatabaseFault>> {
  const bin = dirname(binaries.postgres)
  if (user === null || firstClosedFolder(bin, user) === null) return ok(binaries)
  const native = dirname(bin)
  const { mtimeMs, size } = await stat(binaries.postgres)
  const name = sha256Hex(utf8(`${native} ${mtimeMs} ${size}`)).slice(0, 16)
  const copy = join(tmpdir(), `e-cabinet-postgres-${name}`)
  if (!(await isOurs(copy))) {
    const half = await mkdtemp(`${copy}-`)
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await openToAll(half)
    await rename(half, copy).catch(() => rm(half, { recursive: true }))
  }
  const closed = firstClosedFolder(join(copy, 'bin'), user)
  if (closed !== null) return fail({ kind: 'folder-out-of-reach', folder: closed, user: user.name })
  const program = (path: string) => join(copy, 'bin', basename(path))
  return ok({
    postgres: program(binaries.postgres),
    initdb: program(binaries.initdb),
    pgCtl: program(binaries.pgCtl),
  })
}

/** Whatever the umask was: folders and files that anybody may read and run, and only their owner write. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}

/** A folder of that name made by anybody else is not run from. */
async function isOurs(folder: string): Promise<boolean> {
  const facts = await lstat(folder).catch(() => null)
  return facts?.isDirectory() === true && facts.uid === process.getuid?.() && (facts.mode & 0o022) === 0
}
