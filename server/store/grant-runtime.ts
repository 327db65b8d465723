import type { Log } from '../app/ports.ts'
import { type Connection, openPostgres } from './postgres.ts'

/** Who the server works as: it owns nothing, and what is insert-only it may only insert into and read. */
export const runtimeName = 'e_cabinet'

const insertOnly = ['leaf', 'tree_node', 'checkpoint']

/** In our own cluster only; in another's, the triggers alone keep leaves as they are, unless its keeper grants alike. */
export async function grantRuntime(owner: Connection, log: Log): Promise<void> {
  const { pool, close } = openPostgres(owner, 1, log)
  try {
    const { rows } = await pool.query('select from pg_roles where rolname = $1', [runtimeName])
    if (rows.length === 0) await pool.query(`create role ${runtimeName} login`)
    // The password is hexadecimal, and utility statements take no parameters.
    await pool.query(`alter role ${runtimeName} password '${owner.password}'`)
    await pool.query(`grant select, insert, update, delete on all tables in schema public to ${runtimeName}`)
    await pool.query(`revoke update, delete, truncate on ${insertOnly.join(', ')} from ${runtimeName}`)
    await pool.query(`revoke insert, update, delete on migration from ${runtimeName}`)
  } finally {
    await close()
  }
}
