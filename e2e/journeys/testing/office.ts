import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyFolder, layCluster } from '../../testing/cluster-template.ts'
import { type Account, accounts, firstPeople } from './first-people.ts'
import { freePort } from './free-port.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** A server that somebody can come to, and what its terminal says. */
export type Place = {
  port: number
  /** As printed at the start. */
  signInOf(account: string): { password: string; code: string }
}

/** One journey's own Office: the real server on its own embedded PostgreSQL, with the first people and nothing else. */
export type Office = Place & {
  /** Everything that the server has said, in all its lives. */
  output(): string
  /** SIGKILL, the database too. */
  kill(): Promise<void>
  /** @param changed days may pass meanwhile, by which its clock goes on; settings may be others */
  startAgain(changed?: { aheadMs?: number; env?: Readonly<Record<string, string>> }): Promise<void>
  /** Copies its data while it is stopped, keys and all. */
  backUp(): Promise<void>
  /** Everything since the backup is gone; whoever operates the server says why. */
  restore(reason: string): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

export const isServing = (output: string) => output.includes('E-Cabinet is serving at')

/** @param government the members in post */
export async function openOffice(government: readonly Account[]): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'))
  // PostgreSQL runs as another user where this one is root.
  await chmod(folder, 0o755)
  const people = join(folder, 'people.json')
  await writeFile(people, firstPeople(government, Date.now()))
  const port = await freePort()
  const place = { dataDir: join(folder, 'data'), port }
  const backup = join(folder, 'backup')
  await layCluster(place.dataDir)
  let server: ServerProcess | null = await startServerProcess({
    ...place,
    args: ['--bootstrap', people],
    isReady: (output) => isServing(output) && signInsIn(output).has(accounts.admin),
  })
  const signIns = signInsIn(server.output())
  let said = ''
  const over = (ended: ServerProcess) => {
    said += ended.output()
    server = null
  }
  return {
    port,
    signInOf: (account) => {
      const found = signIns.get(account)
      if (!found) throw new Error(`no first sign-in for ${account}`)
      return found
    },
    output: () => said + (server?.output() ?? ''),
    kill: async () => {
      if (!server) return
      await server.killWithDatabase()
      over(server)
    },
    startAgain: async ({ aheadMs = 0, env = {} } = {}) => {
      const later = aheadMs === 0 ? {} : { NODE_OPTIONS: `--import=${laterClock(aheadMs)}` }
      server = await startServerProcess({ ...place, env: { ...env, ...later }, isReady: isServing })
    },
    backUp: async () => {
      await server?.stop()
      if (server) over(server)
      await copyFolder(place.dataDir, backup)
      server = await startServerProcess({ ...place, isReady: isServing })
    },
    restore: async (reason) => {
      await server?.killWithDatabase()
      if (server) over(server)
      await rm(place.dataDir, { recursive: true })
      await copyFolder(backup, place.dataDir)
      server = await startServerProcess({ ...place, args: ['--restored', reason], isReady: isServing })
    },
    close: async () => {
      if (server) {
        await server.stop()
        over(server)
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** Runs before the program, in each of its threads: what its answers say of the hour does not come from `Date.now`. */
const laterClock = (aheadMs: number) =>
  `data:text/javascript,${encodeURIComponent(`
    import { ServerResponse } from 'node:http'
    const { now } = Date
    Date.now = () => now() + ${aheadMs}
    const { writeHead } = ServerResponse.prototype
    ServerResponse.prototype.writeHead = function (...said) {
      this.setHeader('date', new Date(Date.now()).toUTCString())
      return writeHead.apply(this, said)
    }
  `)}`

/** The table that a first start shows once: account, password, code, name. */
function signInsIn(output: string): Map<string, { password: string; code: string }> {
  const code = '[A-Z2-9]{5}-[A-Z2-9]{5}'
  const rows = output.matchAll(new RegExp(`^ +(\\S+) +(${code}) +(${code}) .*\\n`, 'gm'))
  return new Map(
    [...rows].map(([, account = '', password = '', own = '']) => [account, { password, code: own }]),
  )
}
