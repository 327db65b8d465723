import { type RawBuilder, sql } from 'kysely'
import type { EntityKey } from '../../shared/domain/entity.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import type { FeedSelected, FeedSelection } from '../app/ledger-port.ts'
import { type LeafColumns, leafColumns, type StoredEntity, stillHeld, toLeaf, toRow } from './ledger-row.ts'
import type { Sql } from './postgres.ts'

type FeedRow = StoredEntity & { cut: boolean }

/**
 * What changed for a person after a number, in one snapshot (`db` is a transaction). A row is visible while row and person
 * hold one scope; the times may overlap or touch, so its present visibility begins at the last break between them.
 */
export async function selectFeed(db: Sql, { person, after, limit }: FeedSelection): Promise<FeedSelected> {
  const head = await sql<{ last: number }>`select coalesce(max(n), -1) as last from leaf`.execute(db)
  const last = head.rows[0]?.last ?? -1
  const rows = await changedRows(db, { person, after, limit })
  const own = await db
    .selectFrom('leaf')
    .select(leafColumns)
    .where('person', '=', person)
    .where('n', '>', after)
    .where('n', '<=', last)
    .orderBy('n')
    .limit(limit + 1)
    .execute()
  const upTo = Math.min(
    rows.at(-1)?.cut ? (rows.at(-1)?.n ?? last) : last,
    own.length > limit ? (own.at(-2)?.n ?? last) : last,
  )
  return {
    rows: rows.filter(({ n }) => n <= upTo).map(toRow),
    gone: await goneKeys(db, person, after, upTo),
    ownLeaves: own.map(toLeaf).filter(({ n }) => n <= upTo),
    upTo,
    more: upTo < last,
  }
}

/** `n` is the effective number. Three ways to have changed, each with an index of its own; from -1 on the third has all. */
const changedCtes = ({ person, after, limit }: FeedSelection) => sql`
    held as materialized (
      select scope, since_n, until_n from person_scope where person = ${person}
    ), held_now as materialized (
      select scope, since_n from held where until_n = ${stillHeld}
    ), changed as materialized (
      select key from entity where n > ${after} and ${after}::bigint >= 0
    ), opened as materialized (
      select key, scope from row_scope where since_n > ${after} and until_n = ${stillHeld} and ${after}::bigint >= 0
    ), touched as (
      select r.key from changed as c
        join row_scope as r on r.key = c.key and r.until_n = ${stillHeld}
        join held_now as h on h.scope = r.scope
      union
      select o.key from opened as o join held_now as h on h.scope = o.scope
      union
      select r.key from held_now as h
        join row_scope as r on r.scope = h.scope and r.until_n = ${stillHeld}
        where h.since_n > ${after}
    ), shared as (
      select r.key, greatest(r.since_n, h.since_n) as since_n, least(r.until_n, h.until_n) as until_n
        from touched as t
        join row_scope as r on r.key = t.key
        join held as h on h.scope = r.scope
        where greatest(r.since_n, h.since_n) < least(r.until_n, h.until_n)
    ), marked as (
      select key, since_n, coalesce(since_n > max(until_n) over (
        partition by key order by since_n rows between unbounded preceding and 1 preceding), true) as breaks
        from shared
    ), visible as (
      select key, max(since_n) filter (where breaks) as seen_since from marked group by key
    ), numbered as (
      select v.key, greatest(e.n, v.seen_since) as n,
        row_number() over (order by greatest(e.n, v.seen_since), v.key) as place, count(*) over () as total
        from visible as v join entity as e on e.key = v.key
        where greatest(e.n, v.seen_since) > ${after}
    ), page as (
      select e.key, c.n, e.trail, e.value, c.total > ${limit} as cut
        from numbered as c join entity as e on e.key = c.key
        where c.total <= ${limit} or c.n <= (select n from numbered where place = ${limit})
    )`

async function changedRows(db: Sql, query: FeedSelection): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    with ${changedCtes(query)} select * from page order by n, key`.execute(db)
  return rows
}

/** @param upTo a number, or where it stands in the statement */
const goneCtes = (person: PersonId, after: number, upTo: RawBuilder<unknown>) => sql`
    closed as materialized (
      select key, scope, until_n from row_scope where until_n > ${after} and until_n <= ${upTo}
    ), ended as (
      select c.key from closed as c
        join person_scope as h on h.person = ${person} and h.scope = c.scope
        where c.until_n <= h.until_n and h.since_n < c.until_n
      union
      select r.key from person_scope as h
        join row_scope as r on r.scope = h.scope
        where h.person = ${person} and h.until_n > ${after} and h.until_n <= ${upTo}
          and h.until_n <= r.until_n and r.since_n < h.until_n
    ), gone as (
      select key from ended where not exists (
        select from row_scope as r join person_scope as h on h.scope = r.scope
          where r.key = ended.key and r.until_n = ${stillHeld} and h.person = ${person} and h.until_n = ${stillHeld})
    )`

async function goneKeys(db: Sql, person: PersonId, after: number, upTo: number): Promise<EntityKey[]> {
  const { rows } = await sql<{ key: EntityKey }>`
    with ${goneCtes(person, after, sql`${upTo}`)} select key from gone order by key`.execute(db)
  return rows.map(({ key }) => key)
}

type News = { last: number; rows: FeedRow[] | null; own: LeafColumns[] | null; gone: EntityKey[] | null }

/**
 * The same in one statement, which is a snapshot of its own: whoever keeps up asks for a handful of rows, and what that costs
 * is the ways to the database and back. Null where it would have to be cut.
 */
export async function selectNews(db: Sql, query: FeedSelection): Promise<FeedSelected | null> {
  const { person, after, limit } = query
  const { rows } = await sql<News>`
    with last as (select coalesce(max(n), -1) as n from leaf), ${changedCtes(query)},
    ${goneCtes(person, after, sql`(select n from last)`)}, own as (
      select ${sql.raw(leafColumns.join(', '))} from leaf
        where person = ${person} and n > ${after} order by n limit ${limit + 1}
    )
    select (select n from last) as last,
      (select json_agg(row_to_json(p) order by p.n, p.key) from page as p) as rows,
      (select json_agg(row_to_json(o) order by o.n) from own as o) as own,
      (select json_agg(g.key order by g.key) from gone as g) as gone`.execute(db)
  const [news] = rows
  if (!news) throw new Error('a statement without an answer')
  const { last } = news
  const own = news.own ?? []
  if (own.length > limit || news.rows?.at(-1)?.cut) return null
  return {
    rows: (news.rows ?? []).map(toRow),
    gone: news.gone ?? [],
    ownLeaves: own.map(toLeaf),
    upTo: last,
    more: false,
  }
}

export async function selectReaders(db: Sql, after: number, upTo: number): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`
    with moved_rows as materialized (
      select distinct scope, since_n, until_n from row_scope
        where (since_n > ${after} and since_n <= ${upTo}) or (until_n > ${after} and until_n <= ${upTo})
    ), moved_people as materialized (
      select person, scope, since_n, until_n from person_scope
        where (since_n > ${after} and since_n <= ${upTo}) or (until_n > ${after} and until_n <= ${upTo})
    ), changed as materialized (
      select key from entity
        where n > ${after} and exists (select from unnest(trail) as t where t > ${after} and t <= ${upTo})
    ), changed_scopes as materialized (
      select distinct r.scope from changed as c
        join row_scope as r on r.key = c.key and r.until_n = ${stillHeld}
    ), touching as (
      select h.person, greatest(r.since_n, h.since_n) as since_n, least(r.until_n, h.until_n) as until_n
        from moved_rows as r join person_scope as h on h.scope = r.scope
      union all
      select h.person, greatest(r.since_n, h.since_n), least(r.until_n, h.until_n)
        from moved_people as h join row_scope as r on r.scope = h.scope
    ), readers as (
      select person from leaf where n > ${after} and n <= ${upTo} and person is not null
      union
      select person from touching where since_n < until_n
        and ((since_n > ${after} and since_n <= ${upTo}) or (until_n > ${after} and until_n <= ${upTo}))
      union
      select h.person from changed_scopes as c
        join person_scope as h on h.scope = c.scope and h.until_n = ${stillHeld}
    )
    select person from readers order by person collate "C"`.execute(db)
  return rows.map(({ person }) => person)
}
