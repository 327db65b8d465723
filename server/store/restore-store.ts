import { sql } from 'kysely'
import type { Announced } from '../../shared/domain/restore.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { HandedIn, RestoreReads, RestoreWrites } from '../app/restore-port.ts'
import type { Sql } from './postgres.ts'

const presentEpoch = sql<number>`(select epoch from ledger_state)`

export const createRestoreReads = (db: Sql): RestoreReads => ({
  announced: async () => {
    const row = await db.selectFrom('ledger_state').select(['epoch', 'announced']).executeTakeFirst()
    return row?.announced ?? null
  },
  handedIn: async () => {
    const rows = await db
      .selectFrom('handed_in')
      .select(['epoch', 'n', 'hash', 'leaf', 'proof', 'openings', 'device', 'at', 'state'])
      .where('into_epoch', '=', presentEpoch)
      .orderBy('epoch')
      .orderBy('n')
      .orderBy('hash')
      .execute()
    return rows.map((row): HandedIn => ({ ...row, openings: parseOpenings(row.openings) }))
  },
  checkIns: async () => {
    const rows = await db
      .selectFrom('restore_check_in')
      .select(['device', 'at', 'leaves', 'seen', 'is_done as isDone'])
      .where('into_epoch', '=', presentEpoch)
      .orderBy('device')
      .execute()
    return rows
  },
})

export const createRestoreWrites = (db: Sql): RestoreWrites => ({
  announce: async (announced: Announced, note: string) => {
    const { epoch, size } = announced
    await db
      .updateTable('ledger_state')
      .set({ epoch, announced: JSON.stringify(announced) })
      .execute()
    await db.insertInto('checkpoint').values({ epoch, size, note }).execute()
  },
  putHandedIn: async (rows) => {
    for (const { openings, ...row } of rows) {
      await db
        .insertInto('handed_in')
        .values({ ...row, into_epoch: presentEpoch, openings: JSON.stringify(openings) })
        .onConflict((conflict) =>
          conflict.columns(['into_epoch', 'epoch', 'n', 'hash']).doUpdateSet({ state: row.state }),
        )
        .execute()
    }
  },
  putCheckIn: async ({ isDone, ...row }) => {
    const { at, leaves, seen } = row
    await db
      .insertInto('restore_check_in')
      .values({ ...row, is_done: isDone, into_epoch: presentEpoch })
      .onConflict((conflict) =>
        conflict.columns(['into_epoch', 'device']).doUpdateSet({ at, leaves, seen, is_done: isDone }),
      )
      .execute()
  },
})

/** Written by this store alone. */
function parseOpenings(text: string): Opening[] {
  return JSON.parse(text)
}
