import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PostgresBinaries } from './postgres-binaries.ts'
import type { PostgresFolder } from './postgres-folder.ts'
import {
  isPostmasterOf,
  isProcessAlive,
  isProcessNumberTaken,
  type Postmaster,
  readPostmaster,
} from './postmaster-pid.ts'
import { runProgram } from './run-program.ts'

const pollMs = 20
const fastShutdownMs = 60_000

/** Ends a PostgreSQL in good order: sessions are cut, everything is on disk. @returns false where it stays. */
export async function stopPostmaster(
  pid: number,
  folder: PostgresFolder,
  binaries: PostgresBinaries,
): Promise<boolean> {
  if (process.platform === 'win32') {
    const detail = await runProgram(binaries.pgCtl, ['stop', '-D', folder.data, '-m', 'fast', '-w'], {
      cwd: folder.root,
      user: null,
    })
    return detail === null || !isProcessAlive(pid)
  }
  // Fast, and if that hangs, immediate: the next start then recovers from the log, and nothing is lost.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return !isProcessAlive(pid)
    }
    for (let waited = 0; waited < fastShutdownMs; waited += pollMs) {
      if (!isProcessAlive(pid)) return true
      await wait(pollMs)
    }
  }
  return false
}

export type Leftover =
  | { kind: 'none' }
  /** A PostgreSQL whose server was killed. */
  | { kind: 'orphan'; pid: number }
  /** Somebody answers on the socket whom this system does not show: another container on the same disk. */
  | { kind: 'in-use' }

/**
 * What an earlier run left in the folder. To be asked under the folder's lock, so that a live PostgreSQL is nobody's.
 * A dead process's `postmaster.pid` is left to PostgreSQL, which also looks for processes that outlived it.
 */
export async function findLeftover({ data }: PostgresFolder): Promise<Leftover> {
  const postmaster = await readPostmaster(data)
  if (!postmaster) return { kind: 'none' }
  const { pid } = postmaster
  if (isPostmasterOf(pid, data) || (process.platform === 'win32' && isProcessAlive(pid))) {
    return { kind: 'orphan', pid }
  }
  if (await answers(postmaster)) return { kind: 'in-use' }
  if (isProcessNumberTaken(pid)) await disownLocks(data, postmaster)
  return { kind: 'none' }
}

/** Above every process number of every system. */
const nobody = 2_000_000_000

/**
 * PostgreSQL believes any process under the number that it left, be it another program or one that is dead and not yet
 * reaped. The rest of the files stays: by it PostgreSQL finds what is still attached to its shared memory.
 */
async function disownLocks(data: string, { socketFolder, port }: Postmaster): Promise<void> {
  for (const file of [join(data, 'postmaster.pid'), join(socketFolder, `.s.PGSQL.${port}.lock`)]) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text !== null) await writeFile(file, text.replace(/^-?\d+/, String(nobody)))
  }
}

const answers = ({ socketFolder, port }: Postmaster): Promise<boolean> =>
  new Promise((resolve) => {
    if (socketFolder === '') return resolve(false)
    const socket = connect(join(socketFolder, `.s.PGSQL.${port}`), () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
