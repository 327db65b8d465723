import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { Log } from '../app/ports.ts'
import type { DatabaseFault } from './database-fault.ts'
import { preparedDialect } from './prepared-dialect.ts'
import type { Schema } from './schema.ts'

export type Connection = { host: string; port: number; user: string; password: string; database: string }
export type ConnectionConfig = Connection | { connectionString: string }

export type Sql = Kysely<Schema>

/** Numbers of 64 bits come as numbers: none of ours leaves the safe range. By type: int8, int8[]. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1016, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number))],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => parsers.get(id) ?? pg.types.getTypeParser(id, format),
}

export type Postgres = { pool: pg.Pool; sql: Sql; close(): Promise<void> }

export function openPostgres(config: ConnectionConfig, size: number, log: Log): Postgres {
  const pool = new pg.Pool({
    ...config,
    max: size,
    types,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 30_000,
    application_name: 'e-cabinet',
    keepAlive: true,
    // A server that hangs in a transaction would hold the ledger's lock for ever.
    idle_in_transaction_session_timeout: 60_000,
  })
  // A connection may die while idle (the pool's event) or between two statements of a transaction (the client's own, which
  // ends the process where nobody listens). Whoever uses it hears of it at the next statement.
  let isClosing = false
  const lost = (error: Error) => {
    if (!isClosing) log('warn', 'postgres-connection-lost', { error: error.message })
  }
  pool.on('error', lost)
  pool.on('connect', (client) => {
    client.on('error', lost)
  })
  const kysely = new Kysely<Schema>({ dialect: preparedDialect(pool) })
  return {
    pool,
    sql: kysely,
    close: () => {
      isClosing = true
      return pool.end()
    },
  }
}

type Settings = {
  fsync: string
  full_page_writes: string
  synchronous_commit: string
  encoding: string
}

const durable = ['fsync', 'full_page_writes', 'synchronous_commit'] as const

/** What is asked of any PostgreSQL before a single act is taken in. */
export async function checkPostgres({ sql: db }: Postgres): Promise<Result<null, DatabaseFault>> {
  try {
    const { rows } = await sql<Settings>`
      select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
        current_setting('synchronous_commit') as synchronous_commit,
        current_setting('server_encoding') as encoding`.execute(db)
    const [settings] = rows
    if (!settings) return fail({ kind: 'cannot-connect', detail: 'no answer' })
    const off = durable.filter((name) => settings[name] === 'off')
    if (off.length > 0) return fail({ kind: 'not-durable', settings: off })
    return settings.encoding === 'UTF8' ? ok(null) : fail({ kind: 'not-utf8', encoding: settings.encoding })
  } catch (error) {
    return fail({ kind: 'cannot-connect', detail: error instanceof Error ? error.message : String(error) })
  }
}
