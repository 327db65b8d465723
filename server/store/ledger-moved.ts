import { sql } from 'kysely'
import type { PersonId } from '../../shared/domain/id.ts'
import type { Moved } from '../app/ledger-port.ts'
import type { ScopeSpan } from '../app/shared-spans.ts'
import { type LeafColumns, leafColumns, type StoredEntity, stillHeld, toLeaf, toRow } from './ledger-row.ts'
import type { Sql } from './postgres.ts'
import { still } from './schema.ts'

type Span = [scope: string, since: number, until: number]
type Answer = {
  epoch: number
  last: number
  rows: (StoredEntity & { spans: Span[] | null })[] | null
  leaves: LeafColumns[] | null
  people: { person: PersonId; spans: Span[] }[] | null
}

/** One statement, which is a snapshot of its own. */
export async function selectMoved(
  db: Sql,
  { rowsAfter, peopleAfter }: { rowsAfter: number; peopleAfter: number },
): Promise<Moved> {
  const { rows } = await sql<Answer>`
    with moved as materialized (
      select key from entity where n > ${rowsAfter}
      union
      select key from row_scope where since_n > ${rowsAfter}
      union
      select key from row_scope where until_n > ${rowsAfter} and until_n < ${stillHeld}
    ), told as (
      select e.key, e.n, e.trail, e.value, (
        select json_agg(json_build_array(r.scope, r.since_n, r.until_n)) from row_scope as r where r.key = e.key
      ) as spans
      from moved as m join entity as e on e.key = m.key
    ), acted as (
      select ${sql.raw(leafColumns.join(', '))} from leaf where n > ${rowsAfter} and person is not null
    ), people as materialized (
      select person from person_scope where since_n > ${peopleAfter}
      union
      select person from person_scope where until_n > ${peopleAfter} and until_n < ${stillHeld}
    ), holding as (
      select p.person, json_agg(json_build_array(h.scope, h.since_n, h.until_n)) as spans
      from people as p join person_scope as h on h.person = p.person group by p.person
    )
    select (select epoch from ledger_state) as epoch, (select coalesce(max(n), -1) from leaf) as last,
      (select json_agg(row_to_json(t)) from told as t) as rows,
      (select json_agg(row_to_json(a) order by a.n) from acted as a) as leaves,
      (select json_agg(row_to_json(h)) from holding as h) as people`.execute(db)
  const [answer] = rows
  if (!answer) throw new Error('a statement without an answer')
  return {
    epoch: answer.epoch,
    upTo: answer.last,
    rows: (answer.rows ?? []).map((row) => ({ ...toRow(row), spans: toSpans(row.spans ?? []) })),
    leaves: (answer.leaves ?? []).map(toLeaf),
    people: (answer.people ?? []).map(({ person, spans }) => ({ person, spans: toSpans(spans) })),
  }
}

const toSpans = (spans: readonly Span[]): ScopeSpan[] =>
  spans.map(([scope, since, until]) => ({
    scope,
    since,
    until: until === still ? Number.POSITIVE_INFINITY : until,
  }))
