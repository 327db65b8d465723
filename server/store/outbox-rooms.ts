import type { OutboxRooms } from '../app/room-port.ts'
import type { Sql } from './postgres.ts'

/** All names that begin with `acts/`: the character after the slash ends them. */
const [first, end] = ['acts/', 'acts0'] as const

/** Which outboxes nobody writes into any more; a write ends that by itself (room-store.ts). */
export const createOutboxRooms = (db: Sql): OutboxRooms => ({
  markIdleOutboxes: (now, inUse) =>
    db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('room')
        .set({ idle_since: now })
        .where('idle_since', 'is', null)
        .where('name', '>=', first)
        .where('name', '<', end)
        .execute()
      if (inUse.length === 0) return
      await transaction.updateTable('room').set({ idle_since: null }).where('name', 'in', inUse).execute()
    }),
  idleOutboxes: async (before, limit) => {
    const rows = await db
      .selectFrom('room')
      .select(['name', 'idle_since'])
      .where('idle_since', '<=', before)
      .orderBy('idle_since')
      .limit(limit)
      .execute()
    return rows.flatMap(({ name, idle_since: since }) => (since === null ? [] : [{ room: name, since }]))
  },
  removeIdleOutbox: (room, before) =>
    db.transaction().execute(async (transaction) => {
      // The room's row first: it is the lock.
      const { numDeletedRows } = await transaction
        .deleteFrom('room')
        .where('name', '=', room)
        .where('idle_since', '<=', before)
        .executeTakeFirst()
      if (numDeletedRows > 0n) await transaction.deleteFrom('room_update').where('room', '=', room).execute()
    }),
})
