import { type RawBuilder, sql } from 'kysely'
import type { Hash } from '../../shared/domain/id.ts'
import type { UnusedFiles } from '../app/file-sweep.ts'
import type { Sql } from './postgres.ts'

/** The file of an import is kept with what it brought in. */
const importOf = (hash: RawBuilder<unknown>) =>
  sql`select from entity as i where i.kind = 'task-import' and i.value ->> 'file' = ${hash}`

const named = sql`jsonb_build_array(jsonb_build_object('hash', f.hash))`

export const createUnusedFiles = (db: Sql): UnusedFiles => ({
  uploads: async (before, limit) => {
    const { rows } = await sql<{ hash: Hash }>`
      select b.hash from blob as b
      where b.pages is not null and b.begun_at < ${before}
        and not exists (
          select from intake_job as j where j.document = b.hash and j.state in ('waiting', 'working'))
        and not exists (
          select from entity as e where e.kind in ('ballot', 'agenda-item', 'paper-vote', 'directive', 'task') and e.value -> 'files' @> to_jsonb(b.hash))
        and not exists (${importOf(sql`b.hash`)})
      order by b.begun_at limit ${limit}`.execute(db)
    return rows.map(({ hash }) => hash)
  },
  removeUploads: async (hashes, before) => {
    if (hashes.length === 0) return []
    const { rows } = await sql<{ hash: Hash }>`
      delete from blob where hash = any(${[...hashes]}::text[]) and pages is not null and begun_at < ${before}
        and not exists (${importOf(sql`blob.hash`)})
      returning hash`.execute(db)
    return rows.map(({ hash }) => hash)
  },
  removeDerived: async (before, limit) => {
    // Made again meanwhile, its hour is looked at once more when the row is free.
    const { rows } = await sql`
      with unused as materialized (
        select f.hash from derived_file as f
        where f.made_at < ${before}
          and not exists (
            select from entity as d join blob as b on b.hash = d.value ->> 'id'
            where d.kind = 'document' and d.value -> 'derived' @> ${named})
          and not exists (
            select from entity as c where c.kind = 'comparison' and c.value -> 'derived' @> ${named})
        limit ${limit})
      delete from derived_file as f using unused as u where f.hash = u.hash and f.made_at < ${before}
      returning f.hash`.execute(db)
    return rows.length
  },
})
