import type { SessionStore } from '../app/ports.ts'
import type { Sql } from './postgres.ts'

export const createSessionStore = (db: Sql): SessionStore => ({
  put: async (session) => {
    const values = {
      person: session.person,
      device: session.device,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    }
    await db
      .insertInto('session')
      .values({ token_hash: session.tokenHash, ...values })
      .onConflict((conflict) => conflict.column('token_hash').doUpdateSet(values))
      .execute()
  },
  get: async (tokenHash) => {
    const row = await db
      .selectFrom('session')
      .select(['token_hash', 'person', 'device', 'created_at', 'expires_at'])
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
    return (
      row && {
        tokenHash: row.token_hash,
        person: row.person,
        device: row.device,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }
    )
  },
  extend: async (tokenHash, expiresAt) => {
    await db
      .updateTable('session')
      .set({ expires_at: expiresAt })
      .where('token_hash', '=', tokenHash)
      .execute()
  },
  remove: async (tokenHash) => {
    await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
  },
  removeOfDevice: async (device) => {
    await db.deleteFrom('session').where('device', '=', device).execute()
  },
  removeOfPerson: async (person) => {
    await db.deleteFrom('session').where('person', '=', person).execute()
  },
  removeExpired: async (now) => {
    await db.deleteFrom('session').where('expires_at', '<=', now).execute()
  },
})
