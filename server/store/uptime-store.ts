import { sql } from 'kysely'
import type { Instant } from '../../shared/lib/time.ts'
import { longestGap } from '../app/longest-gap.ts'
import type { UptimeStore } from '../app/ports.ts'
import type { Sql } from './postgres.ts'

export const createUptimeStore = (db: Sql): UptimeStore => ({
  beat: async (server, at) => {
    await sql`
      insert into uptime as u (server, first_at, last_at) values (${server}, ${at}, ${at})
      on conflict (server) do update set last_at = greatest(u.last_at, excluded.last_at)`.execute(db)
  },
  downBetween: async (from, to) => {
    const { rows } = await sql<{ from: Instant; to: Instant }>`
      select first_at as "from", last_at as "to" from uptime
      where last_at >= ${from} and first_at <= ${to}`.execute(db)
    return longestGap(rows, from, to)
  },
})
