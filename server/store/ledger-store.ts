import { sql } from 'kysely'
import { DatabaseSilent } from '../app/database-silent.ts'
import type { LedgerStore } from '../app/ledger-port.ts'
import { createLedgerReads } from './ledger-reads.ts'
import { createLedgerWrites } from './ledger-writes.ts'
import type { Sql } from './postgres.ts'

/** Arbitrary, and the same in every server. */
const ledgerLock = 5_230_002

/**
 * Writers are serialised by one advisory lock from before the first read to the commit. The isolation is "read committed",
 * of which each statement sees what was committed before it began: a snapshot taken once would be older than the lock.
 */
export function createLedgerStore(db: Sql): LedgerStore {
  return {
    read: createLedgerReads(db),
    write: (work) =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (transaction) => {
          await lock(transaction)
          return await work(createLedgerWrites(transaction))
        }),
  }
}

/** Durability may be switched off while the server runs: asked again with every lock, at no further round trip. */
async function lock(db: Sql): Promise<void> {
  const { rows } = await sql<{ isDurable: boolean }>`
    select pg_advisory_xact_lock(${ledgerLock}), current_setting('fsync') <> 'off'
      and current_setting('full_page_writes') <> 'off'
      and current_setting('synchronous_commit') <> 'off' as "isDurable"`.execute(db)
  if (!rows[0]?.isDurable) {
    throw new DatabaseSilent('database-silent', 'PostgreSQL would acknowledge what is not on disk')
  }
}
