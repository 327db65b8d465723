import pg from 'pg'
import type { Connection } from './postgres.ts'

/** Whether a PostgreSQL takes connections already. */
export async function probeServer(connection: Connection): Promise<'ready' | 'not-yet'> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch {
    return 'not-yet'
  } finally {
    await client.end().catch(() => {})
  }
}
