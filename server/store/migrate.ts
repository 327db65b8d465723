import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { DatabaseFault, DatabaseProgress } from './database-fault.ts'

type Migration = { number: number; name: string; text: string }

const folder = new URL('./migrations/', import.meta.url)

async function knownMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort()
  return await Promise.all(
    names.map(async (name) => ({
      number: Number(name.slice(0, 4)),
      name,
      text: await readFile(new URL(name, folder), 'utf8'),
    })),
  )
}

/** Arbitrary, and the same in every server: two that start at once migrate one after the other. */
const migrationLock = 5_230_001

/** Brings the schema up to date, each file in a transaction of its own together with the note that it was run. */
export async function migrate(
  pool: pg.Pool,
  onProgress: (progress: DatabaseProgress) => void,
): Promise<Result<null, DatabaseFault>> {
  const known = await knownMigrations()
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists migration (number integer primary key, name text not null)',
    )
    const { rows } = await client.query<{ last: number }>(
      'select coalesce(max(number), 0) as last from migration',
    )
    const last = rows[0]?.last ?? 0
    const newest = known.at(-1)?.number ?? 0
    if (last > newest) return fail({ kind: 'newer-schema', found: last, known: newest })
    const due = known.filter(({ number }) => number > last)
    if (due.length > 0) onProgress({ step: 'migrate', from: last, to: newest })
    for (const { number, name, text } of due) {
      await client.query('begin')
      await client.query(text)
      await client.query('insert into migration values ($1, $2)', [number, name])
      await client.query('commit')
    }
    return ok(null)
  } finally {
    // Ending the session frees the lock, and undoes a migration that failed half-way.
    client.release(true)
  }
}
