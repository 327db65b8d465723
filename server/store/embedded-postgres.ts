import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { Log } from '../app/ports.ts'
import type { DatabaseFault, DatabaseProgress } from './database-fault.ts'
import { lockFolder } from './folder-lock.ts'
import { initCluster, ownerName } from './init-cluster.ts'
import type { Connection } from './postgres.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import {
  type PostgresFolder,
  postgresPassword,
  preparePostgresFolder,
  socketFolderFor,
} from './postgres-folder.ts'
import { probeServer } from './probe-server.ts'
import { reachableBinaries } from './reachable-binaries.ts'
import { asUser, programEnvironment } from './run-program.ts'
import { findLeftover, stopPostmaster } from './stop-postmaster.ts'

/**
 * The real PostgreSQL as a child of this process, for whoever has none. Never two on one folder: our lock is taken first,
 * then whatever an earlier run left is stopped in good order, and PostgreSQL's own lock stands behind both. It lives in a
 * process group of its own, so that Ctrl-C reaches this process alone, and is started again if it dies while we live.
 */
export type EmbeddedPostgres = {
  owner: Connection
  /** Resolves when everything is on disk and the folder is free. */
  stop(): Promise<void>
}

type Options = { dataDir: string; onProgress(progress: DatabaseProgress): void; log: Log }

export async function startEmbeddedPostgres(
  options: Options,
): Promise<Result<EmbeddedPostgres, DatabaseFault>> {
  const installed = findPostgresBinaries()
  if (!installed) return fail({ kind: 'no-postgres-here', system: `${process.platform}-${process.arch}` })
  const prepared = await preparePostgresFolder(options.dataDir)
  if (!prepared.ok) return prepared
  const folder = prepared.value
  const reachable = await reachableBinaries(installed, folder.user)
  if (!reachable.ok) return reachable
  const binaries = reachable.value
  const lock = await lockFolder(folder.root)
  if (!lock) return fail({ kind: 'folder-in-use', folder: folder.root })
  const started = await startLocked(folder, binaries, options)
  if (!started.ok) {
    await lock.release()
    return started
  }
  const { owner, stop } = started.value
  return ok({
    owner,
    stop: async () => {
      await stop()
      await lock.release()
    },
  })
}

const lingeringTries = 40
const lingeringMs = 250

async function startLocked(
  folder: PostgresFolder,
  binaries: PostgresBinaries,
  { onProgress, log }: Options,
): Promise<Result<EmbeddedPostgres, DatabaseFault>> {
  const leftover = await findLeftover(folder)
  if (leftover.kind === 'in-use') return fail({ kind: 'folder-in-use', folder: folder.root })
  if (leftover.kind === 'orphan') {
    onProgress({ step: 'stop-orphan', pid: leftover.pid })
    if (!(await stopPostmaster(leftover.pid, folder, binaries))) {
      return fail({ kind: 'postgres-failed', step: 'stop-orphan', detail: `process ${leftover.pid} stays` })
    }
  }
  const made = await initCluster(folder, binaries, () => onProgress({ step: 'initdb' }))
  if (!made.ok) return made
  const password = await postgresPassword(folder)
  const place = process.platform === 'win32' ? '127.0.0.1' : await socketFolderFor(folder)
  const port = process.platform === 'win32' ? await freePort() : 5432
  const owner: Connection = { host: place, port, user: ownerName, password, database: 'postgres' }

  onProgress({ step: 'start' })
  let child = launch(folder, binaries, owner)
  for (let tries = 0; ; tries++) {
    const fault = await untilReady(child, folder, owner, onProgress)
    if (fault === null) break
    // A killed PostgreSQL dies over a moment: its children outlive it, and its number is taken until it has been reaped.
    const isPassing = fault.kind === 'postgres-failed' && /still in use|already exists/.test(fault.detail)
    if (!isPassing || tries === lingeringTries) return fail(fault)
    await wait(lingeringMs)
    const again = await findLeftover(folder)
    if (again.kind !== 'none') return fail({ kind: 'folder-in-use', folder: folder.root })
    child = launch(folder, binaries, owner)
  }

  let isStopping = false
  const supervise = (running: ChildProcess) => {
    running.once('exit', async (code, signal) => {
      for (let delayMs = 100; !isStopping; delayMs = Math.min(5000, delayMs * 2)) {
        log('error', 'postgres-exited', { code, signal })
        await wait(delayMs, undefined, { ref: false })
        if (isStopping) return
        child = launch(folder, binaries, owner)
        if ((await untilReady(child, folder, owner, () => {})) === null) return supervise(child)
      }
    })
  }
  supervise(child)

  // Whatever ends this process without asking: its PostgreSQL ends in good order too.
  const onExit = () => {
    if (process.platform !== 'win32') child.kill('SIGINT')
  }
  process.on('exit', onExit)
  const stop = async () => {
    isStopping = true
    process.off('exit', onExit)
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      await stopPostmaster(child.pid, folder, binaries)
    }
    if (place !== folder.root && process.platform !== 'win32')
      await rm(place, { recursive: true, force: true })
  }
  return ok({ owner, stop })
}

function launch(folder: PostgresFolder, binaries: PostgresBinaries, owner: Connection): ChildProcess {
  const isWindows = process.platform === 'win32'
  const settings = {
    listen_addresses: isWindows ? '127.0.0.1' : '',
    unix_socket_directories: isWindows ? '' : owner.host,
    unix_socket_permissions: '0700',
    port: String(owner.port),
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '60',
  }
  const log = openSync(folder.logFile, 'a')
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', folder.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        cwd: folder.root,
        env: programEnvironment(),
        stdio: ['ignore', log, log],
        detached: true,
        windowsHide: true,
        ...asUser(folder.user),
      },
    )
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

const pollMs = 30

/** Waits as long as recovery takes. @returns why it will never be ready, or null. */
async function untilReady(
  child: ChildProcess,
  folder: PostgresFolder,
  owner: Connection,
  onProgress: Options['onProgress'],
): Promise<DatabaseFault | null> {
  let failure: string | null = null
  child.once('error', (error) => {
    failure = String(error)
  })
  for (let polls = 0; ; polls++) {
    if (failure !== null || child.exitCode !== null || child.signalCode !== null) {
      return { kind: 'postgres-failed', step: 'start', detail: failure ?? (await lastLines(folder.logFile)) }
    }
    const state = await probeServer(owner)
    if (state === 'ready') return null
    // Longer than a common start: it is working through its log after a power cut.
    if (polls === 100) onProgress({ step: 'recovering' })
    await wait(pollMs)
  }
}

async function lastLines(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-5).join('\n')
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
