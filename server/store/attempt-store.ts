import { sql } from 'kysely'
import type { AttemptStore } from '../app/ports.ts'
import type { Sql } from './postgres.ts'
import { storableText } from './storable-text.ts'

export const createAttemptStore = (db: Sql): AttemptStore => ({
  // What is older than the window is forgotten on the way; the count is of the state before, and the new one with it.
  add: async (key, at, since) => {
    const name = storableText(key)
    const { rows } = await sql<{ count: number }>`
      with forgotten as (delete from attempt where key = ${name} and at < ${since}),
        added as (insert into attempt (key, at) values (${name}, ${at}))
      select count(*) + 1 as count from attempt where key = ${name} and at >= ${since}`.execute(db)
    return rows[0]?.count ?? 1
  },
  clear: async (key) => {
    await db.deleteFrom('attempt').where('key', '=', storableText(key)).execute()
  },
  removeBefore: async (before) => {
    await db.deleteFrom('attempt').where('at', '<', before).execute()
  },
})
