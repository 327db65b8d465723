import { sql } from 'kysely'
import type { Scope } from '../../shared/domain/scope.ts'
import type { Sql } from './postgres.ts'
import { still } from './schema.ts'

type Span = { holder: string; scope: Scope; since: number; until: number }

/** Scopes that a row or a person holds now; a span is stored already or among `changes.added`. */
export type OpenSpans = Map<Scope, { span: Span; isStored: boolean }>

/** Stored spans that end or were never, and new ones. */
export type ScopeChanges = { ended: Span[]; undone: Span[]; added: Set<Span> }

export const noScopeChanges = (): ScopeChanges => ({ ended: [], undone: [], added: new Set() })

export const openSpans = (holder: string, scopes: readonly Scope[], sinces: readonly number[]): OpenSpans =>
  new Map(
    scopes.map((scope, i) => [
      scope,
      { span: { holder, scope, since: sinces[i] ?? 0, until: still }, isStored: true },
    ]),
  )

/** Replaces a holder's scopes as of leaf `n`, noting the changes; a span of no length leaves no trace. */
export function replaceScopes(
  holder: string,
  open: OpenSpans,
  to: { scopes: readonly Scope[]; n: number },
  changes: ScopeChanges,
): void {
  const wanted = new Set(to.scopes)
  for (const [scope, { span, isStored }] of [...open]) {
    if (wanted.has(scope)) continue
    open.delete(scope)
    span.until = to.n
    const isEmpty = span.since >= span.until
    if (isStored) (isEmpty ? changes.undone : changes.ended).push(span)
    else if (isEmpty) changes.added.delete(span)
  }
  for (const scope of wanted) {
    if (open.has(scope)) continue
    const span = { holder, scope, since: to.n, until: still }
    open.set(scope, { span, isStored: false })
    changes.added.add(span)
  }
}

/** @param table the scopes of rows (holder: key) or of persons. */
export async function writeScopeChanges(
  db: Sql,
  table: 'row_scope' | 'person_scope',
  { ended, undone, added }: ScopeChanges,
): Promise<void> {
  const name = sql.table(table)
  const holder = sql.ref(table === 'row_scope' ? 'key' : 'person')
  const spans = (of: readonly Span[]) => sql`unnest(
    ${of.map((it) => it.holder)}::text[], ${of.map((it) => it.scope)}::text[],
    ${of.map((it) => it.since)}::bigint[], ${of.map((it) => it.until)}::bigint[]
  ) as s(holder, scope, since_n, until_n)`
  const isSame = sql`t.${holder} = s.holder and t.scope = s.scope and t.since_n = s.since_n`
  if (ended.length > 0) {
    await sql`update ${name} as t set until_n = s.until_n from ${spans(ended)} where ${isSame}`.execute(db)
  }
  if (undone.length > 0)
    await sql`delete from ${name} as t using ${spans(undone)} where ${isSame}`.execute(db)
  if (added.size > 0) {
    await sql`insert into ${name} (${holder}, scope, since_n, until_n)
      select * from ${spans([...added])}`.execute(db)
  }
}
