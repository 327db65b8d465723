import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../server/app/database.ts'
import { appendOne } from '../../server/app/testing/ledger-rows.ts'
import { openDatabase } from '../../server/store/open-database.ts'
import { makeFolder, opened, quiet, startCluster } from './postgres-cluster.ts'

let cluster: Awaited<ReturnType<typeof startCluster>>
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.stop())

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

const nameOf = (url: string) => /test_\d+/.exec(url)?.[0] ?? ''

const open = (databaseUrl: string) => openDatabase({ databaseUrl, dataDir: 'unused', ...quiet })

const pollWait = { timeout: 60_000 }

async function withDatabase(work: (database: Database, url: string) => Promise<void>): Promise<void> {
  const url = await cluster.freshUrl()
  const database = await opened(url)
  try {
    await work(database, url)
  } finally {
    await database.close()
  }
}

it('[O2] a PostgreSQL that acknowledges what is not on disk is refused', async () => {
  const url = await cluster.freshUrl()
  const name = nameOf(url)
  await query(url, `alter database ${name} set synchronous_commit = off`)
  expect(await open(url)).toEqual({
    ok: false,
    error: { kind: 'not-durable', settings: ['synchronous_commit'] },
  })
  await query(url, `alter database ${name} reset synchronous_commit`)
  await query(url, 'alter system set fsync = off')
  await query(url, 'select pg_reload_conf()')
  try {
    // The embedded one names its settings on its command line, which no file overrides.
    const result = await open(url)
    expect(result.ok).toBe(true)
    if (result.ok) await result.value.close()
  } finally {
    await query(url, 'alter system reset fsync')
  }
})

it('[O2] durability switched off while the server runs: no act is taken in', async () => {
  await withDatabase(async (database, url) => {
    await database.ledger.write((ledger) => appendOne(ledger))
    const name = nameOf(url)
    await query(url, `alter database ${name} set synchronous_commit = off`)
    await query(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    )
    const answer = () =>
      database.ledger
        .write((ledger) => appendOne(ledger))
        .then(
          (n) => `taken in as ${n}`,
          (error: unknown) => String(error),
        )
    // Each of the pool's dead connections first says that it is dead.
    await expect.poll(answer, pollWait).toContain('not on disk')
    await expect.poll(async () => (await database.ledger.read.head()).size, pollWait).toBe(1)
  })
})

it.each([
  ["update leaf set text = ''"],
  ['delete from leaf'],
  ['truncate leaf'],
  ["update tree_node set hash = ''"],
  ['delete from tree_node'],
  ["update checkpoint set note = ''"],
  ['delete from checkpoint'],
])('[O4] what is written stays, even for the owner of the tables: %s', async (statement) => {
  await withDatabase(async (database, url) => {
    await database.ledger.write((ledger) => appendOne(ledger))
    await expect(query(url, statement)).rejects.toThrow('insert-only')
  })
})

it('[O4] the role of the server itself may not change leaves, nor make tables', async () => {
  const folder = await makeFolder()
  const result = await openDatabase({ databaseUrl: null, dataDir: folder, ...quiet })
  if (!result.ok) throw new Error(result.error.kind)
  await result.value.ledger.write((ledger) => appendOne(ledger))
  await result.value.close()
  const embedded = await startCluster(folder)
  const url = embedded.urlAs('e_cabinet', 'postgres')
  try {
    for (const statement of [
      'delete from leaf',
      'update leaf set n = 1',
      'truncate leaf',
      'drop table leaf',
      'create table other ()',
      'alter table leaf disable trigger all',
      'update migration set number = 0',
    ]) {
      await expect(query(url, statement)).rejects.toThrow(/permission denied|must be owner/)
    }
    expect((await query(url, 'select n from leaf')).rowCount).toBe(1)
  } finally {
    await embedded.stop()
  }
})

it('a database of a newer server is left alone', async () => {
  const url = await cluster.freshUrl()
  await (await opened(url)).close()
  await query(url, "insert into migration values (9999, '9999-future.sql')")
  expect(await open(url)).toMatchObject({ ok: false, error: { kind: 'newer-schema', found: 9999 } })
})

it('servers that start at once migrate once', async () => {
  const url = await cluster.emptyUrl()
  const all = await Promise.all([opened(url), opened(url), opened(url)])
  for (const database of all) {
    expect((await database.ledger.read.head()).size).toBe(0)
    await database.close()
  }
})

it('a database that cannot be reached is told', async () => {
  const url = await cluster.freshUrl()
  for (const wrong of [
    url.replace('/test_', '/absent_'),
    url.replace(/:[0-9a-f]{64}@/, ':wrong@'),
    'postgres://nobody@127.0.0.1:1/x',
  ]) {
    expect(await open(wrong)).toMatchObject({ ok: false, error: { kind: 'cannot-connect' } })
  }
})

it('a database of another encoding is refused', async () => {
  const url = await cluster.freshUrl()
  await query(
    url,
    "create database latin encoding 'LATIN1' locale 'C' template template0 locale_provider libc",
  )
  expect(await open(url.replace(/test_\d+/, 'latin'))).toMatchObject({
    error: { kind: 'not-utf8', encoding: 'LATIN1' },
  })
})

it('[O2] news are made up for after the connection that hears them was cut', async () => {
  await withDatabase(async (database, url) => {
    const heard = new Promise<number>((resolve) => database.signals.subscribe(resolve))
    const line =
      "from pg_stat_activity where application_name = 'e-cabinet news' and datname = current_database()"
    // It listens, and has asked the ledger where it stands.
    await expect
      .poll(async () => {
        const { rowCount } = await query(
          url,
          `select ${line} and state = 'idle' and query like 'select coalesce%'`,
        )
        return rowCount
      }, pollWait)
      .toBe(1)
    // Nobody publishes: only the ledger itself can tell.
    await database.ledger.write((ledger) => appendOne(ledger))
    await query(url, `select pg_terminate_backend(pid) ${line}`)
    expect(await heard).toBe(0)
  })
})
