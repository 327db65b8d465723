import { sql } from 'kysely'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { DerivedStore } from '../app/document-intake-port.ts'
import type { Sql } from './postgres.ts'

export const createDerivedStore = (db: Sql): DerivedStore => ({
  put: (hash, bytes, at) =>
    db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ isNew: boolean }>`
        insert into derived_file as f (hash, size, made_at) values (${hash}, ${bytes.length}, ${at})
        on conflict (hash) do update set made_at = greatest(f.made_at, excluded.made_at)
        returning xmax = 0 as "isNew"`.execute(transaction)
      if (!rows[0]?.isNew) return
      for (let start = 0; start < bytes.length; start += chunkBytes) {
        const piece = bytes.subarray(start, start + chunkBytes)
        const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
        await transaction.insertInto('derived_piece').values({ hash, start, bytes: buffer }).execute()
      }
    }),
  size: async (hash) =>
    (await db.selectFrom('derived_file').select('size').where('hash', '=', hash).executeTakeFirst())?.size ??
    null,
  async *read(hash, from, to) {
    const file = await db
      .selectFrom('derived_file')
      .select('size')
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (!file || from < 0 || to > file.size) throw new RangeError('not that much of the file is there')
    for (let at = from; at < to; ) {
      const start = at - (at % chunkBytes)
      const { rows } = await sql<{ bytes: Uint8Array }>`
        select substring(bytes from ${at - start + 1}::integer for ${to - at}::integer) as bytes
        from derived_piece where hash = ${hash} and start = ${start}`.execute(db)
      const bytes = rows[0]?.bytes
      if (!bytes || bytes.length === 0) throw new Error('a piece of the file is missing')
      yield bytes
      at += bytes.length
    }
  },
})
