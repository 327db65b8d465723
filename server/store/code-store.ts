import type { CodeStore } from '../app/ports.ts'
import type { Sql } from './postgres.ts'

export const createCodeStore = (db: Sql): CodeStore => ({
  put: async ({ codeHash, person, expiresAt }) => {
    const values = { person, expires_at: expiresAt }
    await db
      .insertInto('enrolment_code')
      .values({ code_hash: codeHash, ...values })
      .onConflict((conflict) => conflict.column('code_hash').doUpdateSet(values))
      .execute()
  },
  use: async (codeHash, person, now) => {
    const taken = await db
      .deleteFrom('enrolment_code')
      .where('code_hash', '=', codeHash)
      .where('person', '=', person)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return taken.numDeletedRows > 0n
  },
})
