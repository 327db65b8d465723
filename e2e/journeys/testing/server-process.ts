import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { readPostmaster } from '../../../server/store/postmaster-pid.ts'

/** The real server as a process: what `npm start` runs once the client is built. */
export type ServerProcess = {
  /** Everything that it has said. */
  output(): string
  /** SIGKILL to the program and to its PostgreSQL with all its children, as when the power goes. */
  killWithDatabase(): Promise<void>
  /** Ctrl-C. */
  stop(): Promise<void>
}

const root = resolve(import.meta.dirname, '../../..')

/** @returns once it has said what `isReady` waits for. @throws with all it said where it ends before. */
export async function startServerProcess(start: {
  dataDir: string
  port: number
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  isReady(output: string): boolean
}): Promise<ServerProcess> {
  const { dataDir, port, args = [], env = {}, isReady } = start
  const child = spawn(process.execPath, ['server/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  await new Promise<void>((serves, fails) => {
    const take = (part: Buffer) => {
      output += part.toString('utf8')
      if (isReady(output)) serves()
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.once('error', fails)
    void ended.then(() => fails(new Error(`the server ended:\n${output}`)))
  })
  return {
    output: () => output,
    killWithDatabase: async () => {
      const postmaster = await readPostmaster(resolve(dataDir, 'postgres/data'))
      killGroup(child.pid)
      killGroup(postmaster?.pid)
      await ended
    },
    stop: async () => {
      if (isRunning(child)) child.kill('SIGINT')
      await ended
    },
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
