import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../journeys/testing/free-port.ts'
import { isServing, type Place } from '../journeys/testing/office.ts'
import { startServerProcess } from '../journeys/testing/server-process.ts'

export type DemoOffice = Place & {
  /** The terminal's page, from the first line on. */
  output(): string
  close(): Promise<void>
}

/** The demonstration, as a newcomer starts it. */
export async function openDemo(): Promise<DemoOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  // PostgreSQL runs as another user where this one is root.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = await startServerProcess({
    dataDir: join(folder, 'data'),
    port,
    env: { DEMO: 'on' },
    isReady: (output) => isServing(output) && output.includes('  kiemtra '),
  })
  const password = /Password of every account: (\S+)/.exec(server.output())?.[1] ?? ''
  return {
    port,
    signInOf: (account) => {
      const code = new RegExp(`^ +${account} +([A-Z2-9]{5}-[A-Z2-9]{5}) `, 'm').exec(server.output())?.[1]
      if (code === undefined) throw new Error(`no code for ${account}`)
      return { password, code }
    },
    output: server.output,
    close: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
