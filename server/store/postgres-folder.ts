import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, readFile, realpath, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { DatabaseFault } from './database-fault.ts'
import { faultOf, faultOfSpace, makeFolder } from './make-folder.ts'
import { firstClosedFolder, type PostgresUser, unprivilegedUser } from './postgres-user.ts'

/**
 * `<DATA_DIR>/postgres`, closed to all but PostgreSQL's user: `data` (the cluster), the socket, `password`, `server.log`.
 * @property user null where PostgreSQL runs as this process does
 */
export type PostgresFolder = {
  root: string
  data: string
  logFile: string
  passwordFile: string
  user: PostgresUser | null
}

const mebi = 1024 * 1024
/** An empty cluster with its log and the demonstration. */
const neededAtFirst = 200 * mebi
/** One file of PostgreSQL's log: with less it may not even come up, and says so badly. */
const neededLater = 32 * mebi

export async function preparePostgresFolder(dataDir: string): Promise<Result<PostgresFolder, DatabaseFault>> {
  const wanted = join(dataDir, 'postgres')
  try {
    const made = await makeFolder(dataDir)
    if (!made.ok) return made
    const user = unprivilegedUser(wanted)
    // PostgreSQL's user must pass through DATA_DIR, whatever root's umask; what is secret lies in folders of its own.
    if (user && made.value !== null) await openFolders(dataDir, made.value)
    const own = await makeFolder(wanted, 0o700)
    if (!own.ok) return own
    const isFirst = !existsSync(join(wanted, 'data'))
    const full = await faultOfSpace(wanted, isFirst ? neededAtFirst : neededLater)
    if (full) return fail(full)
    const root = await realpath(wanted)
    if (user && (await stat(root)).uid === 0) await chown(root, user.uid, user.gid)
    const closed = user && firstClosedFolder(root, user)
    if (closed) return fail({ kind: 'folder-out-of-reach', folder: closed, user: user.name })
    const folder = {
      root,
      data: join(root, 'data'),
      logFile: join(root, 'server.log'),
      passwordFile: join(root, 'password'),
      user,
    }
    await probe(folder)
    return ok(folder)
  } catch (error) {
    return fail(faultOf(wanted, error))
  }
}

/** @param first the uppermost folder that was made on the way to `last` */
async function openFolders(last: string, first: string): Promise<void> {
  const end = dirname(resolve(first))
  for (let at = resolve(last); at !== end; at = dirname(at)) await chmod(at, 0o755)
}

const largestLog = 10 * 1024 * 1024

/** The log is written to here, so that a read-only disk is told before anything starts; one grown large begins anew. */
async function probe({ logFile, user }: PostgresFolder): Promise<void> {
  await writeFile(logFile, '', { flag: 'a', mode: 0o600 })
  if ((await stat(logFile)).size > largestLog) await truncate(logFile)
  if (user) await chown(logFile, user.uid, user.gid)
}

/** The password of the cluster's owner, made at the first start. */
export async function postgresPassword({ passwordFile, user }: PostgresFolder): Promise<string> {
  const known = await readFile(passwordFile, 'utf8').catch(() => '')
  if (known !== '') return known.trim()
  const password = randomBytes(32).toString('hex')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flush: true })
  if (user) await chown(passwordFile, user.uid, user.gid)
  return password
}

/** sun_path holds 104 bytes or more on every system; PostgreSQL adds `/.s.PGSQL.5432`, and `.lock` beside it. */
const longestSocketFolder = 80

/** The folder for the socket: `root`, or a new one of short name where the path of `root` is too long for a socket. */
export async function socketFolderFor({ root, user }: PostgresFolder): Promise<string> {
  if (Buffer.byteLength(root) <= longestSocketFolder) return root
  const short = await mkdtemp(join(tmpdir(), 'e-cabinet-'))
  if (user) await chown(short, user.uid, user.gid)
  return short
}
