import { sql } from 'kysely'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { BlobStore } from '../app/ports.ts'
import type { Sql } from './postgres.ts'

/** Files in pieces of at most `chunkBytes`: a piece is what memory holds at a time, on the way in and out. */
export const createBlobStore = (db: Sql): BlobStore => ({
  state: async (hash) => {
    const blob = await db
      .selectFrom('blob')
      .select(['size', 'received', 'pages'])
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (!blob) return undefined
    const { size, received, pages } = blob
    return pages === null ? { kind: 'receiving', received, size } : { kind: 'ready', size, pages }
  },
  begin: async (hash, size, by, at) => {
    await db
      .insertInto('blob')
      .values({ hash, size, begun_by: by, begun_at: at })
      .onConflict((conflict) =>
        conflict.column('hash').doUpdateSet({ begun_at: at }).where('blob.pages', 'is not', null),
      )
      .execute()
  },
  receivingOf: async (by) => {
    const { rows } = await sql<{ files: number; bytes: number }>`
      select count(*) as files, coalesce(sum(size), 0)::bigint as bytes
      from blob where begun_by = ${by} and pages is null`.execute(db)
    return rows[0] ?? { files: 0, bytes: 0 }
  },
  removeAbandoned: async (before) => {
    const removed = await db
      .deleteFrom('blob')
      .where('pages', 'is', null)
      .where('begun_at', '<', before)
      .executeTakeFirst()
    return Number(removed.numDeletedRows)
  },
  write: async (hash, offset, bytes) => {
    for (let at = 0; at === 0 || at < bytes.length; at += chunkBytes) {
      const piece = bytes.subarray(at, at + chunkBytes)
      if (!(await writePiece(db, hash, offset + at, piece, bytes.length - at))) return false
    }
    return true
  },
  markReady: async (hash, pages) => {
    const { rows } = await sql`
      with marked as (
        update blob set pages = ${pages} where hash = ${hash} and received = size returning hash
      ), waiting as (
        insert into intake_job (document) select hash from marked where ${pages}::integer > 0 on conflict do nothing
      )
      select hash from marked`.execute(db)
    if (rows.length === 0) throw new Error('not all of the file is there')
  },
  remove: async (hash, which) => {
    const notReady = db.deleteFrom('blob').where('hash', '=', hash).where('pages', 'is', null)
    await (which === 'not-ready' ? notReady : notReady.whereRef('received', '<', 'size')).execute()
  },
  async *read(hash, from, to) {
    const blob = await db.selectFrom('blob').select('received').where('hash', '=', hash).executeTakeFirst()
    if (!blob || from < 0 || to > blob.received) throw new RangeError('not that much of the file is there')
    for (let at = from; at < to; ) {
      const { rows } = await sql<{ bytes: Uint8Array }>`
        select substring(bytes from (${at}::bigint - start + 1)::integer for ${to - at}::integer) as bytes
        from blob_piece where hash = ${hash} and start <= ${at} order by start desc limit 1`.execute(db)
      const bytes = rows[0]?.bytes
      if (!bytes || bytes.length === 0) throw new Error('a piece of the file is missing')
      yield bytes
      at += bytes.length
    }
  },
})

/** @param left bytes still to be written, this piece included: nothing of what would not fit is taken. */
async function writePiece(
  db: Sql,
  hash: string,
  offset: number,
  piece: Uint8Array,
  left: number,
): Promise<boolean> {
  const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  const { rows } = await sql<{ hash: string }>`
    with grown as (
      update blob set received = received + ${piece.length}
      where hash = ${hash} and received = ${offset} and pages is null and ${offset + left}::bigint <= size
      returning hash
    ), stored as (
      insert into blob_piece (hash, start, bytes)
      select hash, ${offset}, ${bytes} from grown where ${piece.length}::integer > 0
    )
    select hash from grown`.execute(db)
  return rows.length > 0
}
