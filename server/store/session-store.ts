import { sql } from 'kysely'
import type { Hash } from '../../shared/domain/id.ts'
import type { Session, SessionStore } from '../app/ports.ts'
import type { Sql } from './postgres.ts'
import { readTogether } from './read-together.ts'

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
  get: readTogether((hashes) => readSessions(db, hashes)),
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

async function readSessions(db: Sql, hashes: readonly Hash[]): Promise<Map<Hash, Session>> {
  const rows = await db
    .selectFrom('session')
    .select(['token_hash', 'person', 'device', 'created_at', 'expires_at'])
    .where(sql<boolean>`token_hash = any(${[...hashes]}::text[])`)
    .execute()
  return new Map(
    rows.map(({ token_hash: tokenHash, person, device, created_at: createdAt, expires_at: expiresAt }) => [
      tokenHash,
      { tokenHash, person, device, createdAt, expiresAt },
    ]),
  )
}
