import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../server/app/database.ts'
import { appendOne } from '../../server/app/testing/ledger-rows.ts'
import { openDatabase } from '../../server/store/open-database.ts'
import { isProcessAlive, readPostmaster } from '../../server/store/postmaster-pid.ts'
import { makeFolder } from './postgres-cluster.ts'
import { startServerProcess } from './server-process.ts'

let folder: string
let open: Database[]
beforeEach(async () => {
  folder = await makeFolder()
  open = []
})
afterEach(async () => {
  for (const database of open) await database.close()
  await rm(folder, { recursive: true })
})

const cluster = () => join(folder, 'postgres', 'data')
const pollWait = { timeout: 60_000 }
const postmasterPid = async () => (await readPostmaster(cluster()))?.pid ?? 0

async function start(dataDir = folder) {
  const steps: string[] = []
  const result = await openDatabase({
    databaseUrl: null,
    dataDir,
    // How long a start takes is the machine's affair: a slow one is told as "recovering" besides.
    onProgress: ({ step }) => {
      if (step !== 'recovering') steps.push(step)
    },
    log: () => {},
  })
  if (result.ok) open.push(result.value)
  return { steps, result }
}

async function started(dataDir = folder) {
  const { steps, result } = await start(dataDir)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return { steps, database: result.value }
}

/** The one that runs now: a killed one may still be named in the folder while the next comes up. */
async function killPostgres(): Promise<void> {
  let pid = 0
  const isRunning = async () => {
    pid = await postmasterPid()
    return pid > 0 && isProcessAlive(pid)
  }
  await expect.poll(isRunning, pollWait).toBe(true)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isProcessAlive(pid), pollWait).toBe(false)
}

const end = async () => {
  for (const database of open) await database.close()
  open = []
}

it('the first start makes a cluster, later ones find it; nothing of it is open to others', async () => {
  const first = await started()
  expect(first.steps).toEqual(['initdb', 'start', 'migrate', 'ready'])
  await first.database.ledger.write((ledger) => appendOne(ledger))
  await end()
  expect(await postmasterPid()).toBe(0)
  const again = await started()
  expect(again.steps).toEqual(['start', 'ready'])
  expect((await again.database.ledger.read.head()).size).toBe(1)
  const conf = await readFile(join(cluster(), 'postmaster.opts'), 'utf8')
  expect(conf).toContain('"listen_addresses="')
  const hba = await readFile(join(cluster(), 'pg_hba.conf'), 'utf8')
  expect(hba).not.toMatch(/^\w.*\btrust\b/m)
})

it('a second server on the same folder gets one clear word, and harms nothing', async () => {
  const { database } = await started()
  const { result } = await start()
  expect(result).toEqual({ ok: false, error: { kind: 'folder-in-use', folder: join(folder, 'postgres') } })
  await database.ledger.write((ledger) => appendOne(ledger))
})

it('[O2] the server is killed with -9: its orphaned PostgreSQL is stopped, and nothing acknowledged is lost', async () => {
  const server = startServerProcess(folder)
  await server.said('acknowledged', 20)
  const orphan = await postmasterPid()
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  expect(isProcessAlive(orphan)).toBe(true)
  const { steps, database } = await started()
  expect(steps).toEqual(['stop-orphan', 'start', 'ready'])
  expect(isProcessAlive(orphan)).toBe(false)
  await expectAcknowledged(database, server.lines)
})

it('[O2] PostgreSQL is killed with -9 in the middle: it comes back under the same server, nothing acknowledged is lost', async () => {
  const server = startServerProcess(folder)
  for (const kills of [1, 2, 3]) {
    await server.said('acknowledged', kills * 15)
    await killPostgres()
    await server.said('log error postgres-exited', kills)
    await server.said(
      'acknowledged',
      server.lines.filter((line) => line.startsWith('acknowledged')).length + 2,
    )
  }
  process.kill(server.pid, 'SIGINT')
  await server.said('closed')
  const { database } = await started()
  await expectAcknowledged(database, server.lines)
})

it('[O2] a power cut: server and PostgreSQL die together, and the next start recovers by itself', async () => {
  const server = startServerProcess(folder)
  await server.said('acknowledged', 20)
  process.kill(server.pid, 'SIGKILL')
  await killPostgres()
  await server.ended
  const { steps, database } = await started()
  expect(steps).toEqual(['start', 'ready'])
  await expectAcknowledged(database, server.lines)
})

it('[O2] Ctrl-C reaches the server alone: its database is there until it has closed', async () => {
  const server = startServerProcess(folder)
  await server.said('acknowledged', 3)
  const postgres = await postmasterPid()
  process.kill(-server.pid, 'SIGINT')
  await server.said('closed')
  expect(server.lines.filter((line) => line.startsWith('failed'))).toEqual([])
  expect(isProcessAlive(postgres)).toBe(false)
})

it('what a killed initdb leaves is swept away; a folder that is no cluster is not touched', async () => {
  await started()
  await end()
  await mkdir(`${cluster()}.new`)
  await rm(cluster(), { recursive: true })
  expect((await started()).steps).toContain('initdb')
  await end()
  expect(await readdir(join(folder, 'postgres'))).not.toContain('data.new')
  await rm(join(cluster(), 'PG_VERSION'))
  const { result } = await start()
  expect(result).toMatchObject({ error: { kind: 'postgres-failed', step: 'initdb' } })
  await writeFile(join(cluster(), 'PG_VERSION'), '13\n')
  expect((await start()).result).toMatchObject({
    error: { kind: 'other-postgres-version', found: '13', wanted: '18' },
  })
})

it('the number of a dead PostgreSQL now belongs to another program: that is no lock', async () => {
  await started()
  await end()
  await writeFile(
    join(cluster(), 'postmaster.pid'),
    `${process.pid}\n${cluster()}\n1\n5432\n${join(folder, 'postgres')}\n\n`,
  )
  expect((await started()).steps).toEqual(['start', 'ready'])
  expect(isProcessAlive(process.pid)).toBe(true)
})

it('a folder of long name has its socket elsewhere, and takes it away again', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  const { database } = await started(deep)
  await database.ledger.write((ledger) => appendOne(ledger))
  const socket = (await readPostmaster(join(deep, 'postgres', 'data')))?.socketFolder ?? ''
  expect(socket.length).toBeLessThan(80)
  await end()
  await expect(readdir(socket)).rejects.toThrow('ENOENT')
})

const isRoot = process.getuid?.() === 0

it('as root PostgreSQL runs as another user; a folder closed to that user is named', async () => {
  const closed = join(folder, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const { result } = await start(join(closed, 'data'))
  // Anybody but root keeps its own folders open to itself.
  if (isRoot) expect(result).toMatchObject({ error: { kind: 'folder-out-of-reach', folder: closed } })
  else expect(result.ok).toBe(true)
})

it('a folder that cannot be written is told', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  await chmod(file, 0o600)
  expect((await start(join(file, 'data'))).result).toMatchObject({ error: { kind: 'folder-not-writable' } })
})

/** Every number that was told is there, and the numbers have no gap. */
async function expectAcknowledged({ ledger, rooms }: Database, lines: readonly string[]): Promise<void> {
  const told = lines.flatMap((line) => (line.startsWith('acknowledged') ? [line.split(' ')] : []))
  expect(told.length).toBeGreaterThan(0)
  const { size } = await ledger.read.head()
  const numbers = (await ledger.read.leavesFrom(0, size + 1)).map(({ n }) => n)
  expect(numbers).toEqual(Array.from({ length: size }, (_, n) => n))
  for (const [, n] of told) expect(numbers).toContain(Number(n))
  for (const room of new Set(told.map(([, , name]) => name ?? ''))) {
    const stored = (await rooms.load(room, 0)).map(({ seq }) => seq)
    expect(stored).toEqual(stored.map((_, i) => i + 1))
    const seqs = told.filter(([, , name]) => name === room).flatMap(([, , , ...its]) => its.map(Number))
    expect(stored.length).toBeGreaterThanOrEqual(Math.max(...seqs))
  }
}
