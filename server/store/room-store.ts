import { CompiledQuery, sql } from 'kysely'
import type { RoomStore, RoomUpdate } from '../app/room-port.ts'
import type { Sql } from './postgres.ts'

/**
 * A whole batch in one statement: one round trip, one commit. Rooms are locked in the order of their names, so that two
 * batches never wait for each other in a circle; the numbers are given out under those locks.
 */
const appendText = `
  with input as materialized (
    select t.room, t.update, t.place, row_number() over (partition by t.room order by t.place) as of_room
      from unnest($1::text[], $2::bytea[]) with ordinality as t(room, update, place)
  ), heads as (
    insert into room as r (name, last_seq)
      select room, count(*) from input group by room order by room collate "C"
      on conflict (name) do update set last_seq = r.last_seq + excluded.last_seq, idle_since = null
      returning name, last_seq
  ), numbered as (
    select i.room, i.update, i.place,
      h.last_seq - count(*) over (partition by i.room) + i.of_room as seq
      from input as i join heads as h on h.name = i.room
  ), stored as (
    insert into room_update (room, seq, update) select room, seq, update from numbered
  )
  select seq from numbered order by place`

const appendParameters = (batch: readonly RoomUpdate[]) => [
  batch.map(({ room }) => room),
  batch.map(({ update }) => Buffer.from(update.buffer, update.byteOffset, update.byteLength)),
]

/** On the pool a commit of its own, on a transaction a part of it. @returns the number of each row, in the order of the batch. */
export async function appendRoomUpdates(db: Sql, batch: readonly RoomUpdate[]): Promise<number[]> {
  if (batch.length === 0) return []
  const query = CompiledQuery.raw(appendText, appendParameters(batch))
  const { rows } = await db.executeQuery<{ seq: number }>(query)
  return rows.map(({ seq }) => seq)
}

export function createRoomStore(db: Sql): RoomStore {
  return {
    load: async (room, after) => {
      const rows = await db
        .selectFrom('room_update')
        .select(['seq', 'update'])
        .where('room', '=', room)
        .where('seq', '>', after)
        .orderBy('seq')
        .execute()
      return rows.map(({ seq, update }) => ({ seq, update }))
    },
    append: (batch) => appendRoomUpdates(db, batch),
    replace: (room, upTo, snapshot) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('room')
          .values({ name: room, last_seq: upTo })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ name: room }))
          .execute()
        await transaction
          .deleteFrom('room_update')
          .where('room', '=', room)
          .where('seq', '<=', upTo)
          .execute()
        await transaction.insertInto('room_update').values({ room, seq: upTo, update: snapshot }).execute()
      }),
    remove: (room) =>
      db.transaction().execute(async (transaction) => {
        // The room's row first: it is the lock.
        await transaction.deleteFrom('room').where('name', '=', room).execute()
        await transaction.deleteFrom('room_update').where('room', '=', room).execute()
      }),
    bytesUnder: async (prefix) => {
      // The character after the slash: the end of all names that begin so, and an index finds it.
      const end = `${prefix.slice(0, -1)}0`
      const { bytes } = await db
        .selectFrom('room_update')
        .select(sql<string>`coalesce(sum(octet_length(update)), 0)`.as('bytes'))
        .where('room', '>=', prefix)
        .where('room', '<', end)
        .executeTakeFirstOrThrow()
      return Number(bytes)
    },
  }
}
