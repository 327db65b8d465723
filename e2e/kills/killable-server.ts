import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { isPostmasterOf, readPostmaster } from '../../server/store/postmaster-pid.ts'

/** The product's own process on one folder, killed and started again; its PostgreSQL is a group of its own. */
export type KillableServer = ReturnType<typeof createKillableServer>

export type Victim = 'server' | 'database' | 'both'

const root = resolve(import.meta.dirname, '../..')

export function createKillableServer({ dataDir, port }: { dataDir: string; port: number }) {
  const clusterDir = join(dataDir, 'postgres/data')
  let child: ChildProcess | null = null
  let ended = Promise.resolve()
  /** Of the present process. */
  let output = ''
  let waiting: (() => void)[] = []
  const faults: string[] = []

  const wake = () => {
    const woken = waiting
    waiting = []
    for (const resume of woken) resume()
  }
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null

  function launch(...args: readonly string[]): void {
    output = ''
    const launched = spawn(process.execPath, ['server/main.ts', ...args], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        DATA_DIR: dataDir,
        PORT: String(port),
        DEMO: 'off',
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    for (const stream of [launched.stdout, launched.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (piece: string) => {
        output += piece
        if (piece.includes('"ledger-fault"')) faults.push(piece)
        wake()
      })
    }
    ended = new Promise((done) => launched.once('close', () => done()))
    void ended.then(wake)
    child = launched
  }

  // A run that fails half-way leaves nothing behind.
  process.once('exit', () => child?.kill('SIGTERM'))

  async function killDatabase(): Promise<void> {
    const postmaster = await readPostmaster(clusterDir)
    if (postmaster && isPostmasterOf(postmaster.pid, clusterDir)) killGroup(postmaster.pid)
  }

  /** @returns false where the process ends before it has said so. */
  async function said(pattern: RegExp): Promise<boolean> {
    while (!pattern.test(output)) {
      if (!isRunning()) return false
      await new Promise<void>((resume) => waiting.push(resume))
    }
    return true
  }

  return {
    launch,
    /** Until it serves and has replayed its ledger. @throws with what it said where it ends before. */
    async ready(): Promise<void> {
      const serves = (await said(/serving at https?:/)) && (await said(/"ledger-checked"/))
      if (!serves) throw new Error(`the server ended:\n${output.slice(-2000)}`)
    },
    output: () => output,
    /** What its replays have found against the ledger, over all its lives. */
    ledgerFaults: (): readonly string[] => faults,
    isRunning,
    pid: (): number | undefined => child?.pid,
    /** SIGKILL, to the program, to PostgreSQL with all its children, or to both as when the power goes. */
    async kill(victim: Victim): Promise<void> {
      if (victim !== 'database' && child?.pid !== undefined && isRunning()) killGroup(child.pid)
      if (victim !== 'server') await killDatabase()
      if (victim !== 'database') await ended
    },
    /** As by Ctrl-C. */
    async stop(): Promise<void> {
      if (isRunning()) child?.kill('SIGINT')
      await ended
    },
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
