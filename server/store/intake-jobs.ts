import { sql } from 'kysely'
import type { Hash } from '../../shared/domain/id.ts'
import type { IntakeJobs } from '../app/document-intake-port.ts'
import type { Sql } from './postgres.ts'

export const createIntakeJobs = (db: Sql): IntakeJobs => ({
  take: async (now, until) => {
    // Two servers that look at once take two different ones.
    const { rows } = await sql<{ document: Hash; attempt: number }>`
      update intake_job set state = 'working', step = 'pages', done = 0, total = 0, taken_until = ${until},
        attempts = attempts + 1
      where document = (
        select document from intake_job
        where state = 'waiting' or (state = 'working' and taken_until < ${now})
        order by attempts, place limit 1 for update skip locked)
      returning document, attempts as attempt`.execute(db)
    return rows[0] ?? null
  },
  keep: async (document, until, { step, done, of }) => {
    await db
      .updateTable('intake_job')
      .set({ taken_until: until, step, done, total: of })
      .where('document', '=', document)
      .where('state', '=', 'working')
      .execute()
  },
  release: async (document) => {
    await sql`update intake_job set state = 'waiting', attempts = attempts - 1
      where document = ${document} and state = 'working'`.execute(db)
  },
  end: async (document, fault) => {
    await db
      .updateTable('intake_job')
      .set({ state: fault === null ? 'done' : 'failed', fault })
      .where('document', '=', document)
      .execute()
  },
  again: async (document, attempts) => {
    await db
      .updateTable('intake_job')
      .set({ state: 'waiting', attempts, fault: null })
      .where('document', '=', document)
      .where('state', '=', 'failed')
      .execute()
  },
  state: async (document) => {
    const job = await db
      .selectFrom('intake_job')
      .selectAll()
      .where('document', '=', document)
      .executeTakeFirst()
    if (!job) return undefined
    const { state, step, done, total, fault } = job
    if (state === 'working') return { state, step, done, of: total }
    return state === 'failed' ? { state, fault: fault ?? 'crashed' } : { state }
  },
})
