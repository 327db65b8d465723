import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../../server/app/database.ts'
import { startEmbeddedPostgres } from '../../server/store/embedded-postgres.ts'
import { openDatabase } from '../../server/store/open-database.ts'
import { layCluster } from '../testing/cluster-template.ts'

export const quiet = { onProgress: () => {}, log: () => {} }

/** A folder that PostgreSQL's own user can reach. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cabinet-'))
  await chmod(folder, 0o755)
  return folder
}

const urlOf = (owner: { host: string; user: string; password: string }, database: string): string =>
  `postgres://${owner.user}:${owner.password}@/${database}?host=${encodeURIComponent(owner.host)}`

export async function opened(databaseUrl: string): Promise<Database> {
  const result = await openDatabase({ databaseUrl, dataDir: 'unused', ...quiet })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** One PostgreSQL for a test file, a database of its own for each test. @param at a folder that has one already */
export async function startCluster(at?: string) {
  const folder = at ?? (await makeFolder())
  if (at === undefined) await layCluster(folder)
  const started = await startEmbeddedPostgres({ dataDir: folder, ...quiet })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  const { owner, stop } = started.value
  let count = 0
  // Not in the database that the others are copied from: nobody may be in that.
  const admin = new pg.Client({ ...owner, database: 'template1' })
  await admin.connect()
  const create = async (source: string): Promise<string> => {
    count += 1
    await admin.query(`create database test_${count} template ${source}`)
    return urlOf(owner, `test_${count}`)
  }
  return {
    urlAs: (user: string, database: string): string => urlOf({ ...owner, user }, database),
    /** A database with the present schema. */
    freshUrl: () => create('postgres'),
    /** One with nothing in it. */
    emptyUrl: () => create('template0'),
    stop: async () => {
      await admin.end()
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}
