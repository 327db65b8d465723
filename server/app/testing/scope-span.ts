import type { Scope } from '../../../shared/domain/scope.ts'

/** A scope held by a row or a person from leaf `since` on, up to and without leaf `until`. */
export type ScopeSpan = { scope: Scope; since: number; until: number }

/** The spans after a set of scopes is replaced as of leaf `n`. Spans of no length leave no trace. */
export function replaceScopes(spans: readonly ScopeSpan[], scopes: readonly Scope[], n: number): ScopeSpan[] {
  const wanted = new Set(scopes)
  const kept = spans.map((span) =>
    span.until === Number.POSITIVE_INFINITY && !wanted.has(span.scope) ? { ...span, until: n } : span,
  )
  const held = new Set(openScopes(kept))
  const added = [...wanted]
    .filter((scope) => !held.has(scope))
    .map((scope) => ({ scope, since: n, until: Number.POSITIVE_INFINITY }))
  return [...kept, ...added].filter((span) => span.since < span.until)
}

export const openScopes = (spans: readonly ScopeSpan[]): Scope[] =>
  spans.filter((span) => span.until === Number.POSITIVE_INFINITY).map((span) => span.scope)

/** The times in which a row and a person both held one scope: the row was visible. They may overlap. */
export const sharedSpans = (row: readonly ScopeSpan[], person: readonly ScopeSpan[]) =>
  row.flatMap((a) =>
    person
      .filter((b) => b.scope === a.scope)
      .map((b) => ({ since: Math.max(a.since, b.since), until: Math.min(a.until, b.until) }))
      .filter(({ since, until }) => since < until),
  )

/** Since when a row has been visible without a break; null where it is not visible now. */
export function visibleSince(shared: readonly { since: number; until: number }[]): number | null {
  let since: number | null = null
  let until = Number.NEGATIVE_INFINITY
  for (const span of [...shared].sort((a, b) => a.since - b.since)) {
    if (span.since > until) since = span.since
    until = Math.max(until, span.until)
  }
  return until === Number.POSITIVE_INFINITY ? since : null
}
