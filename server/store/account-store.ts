import type { AccountStore } from '../app/ports.ts'
import type { Sql } from './postgres.ts'
import { storableText } from './storable-text.ts'

export const createAccountStore = (db: Sql): AccountStore => ({
  byName: async (account) => {
    const row = await db
      .selectFrom('account')
      .select(['account', 'person', 'password_hash'])
      .where('account', '=', storableText(account))
      .executeTakeFirst()
    return row && { account: row.account, person: row.person, passwordHash: row.password_hash }
  },
  put: async ({ account, person, passwordHash }) => {
    const values = { person, password_hash: passwordHash }
    await db
      .insertInto('account')
      .values({ account, ...values })
      .onConflict((conflict) => conflict.column('account').doUpdateSet(values))
      .execute()
  },
})
