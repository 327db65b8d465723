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

/** When a row was visible to a person: the times in which both held one scope, joined where they touch; ascending. */
export function visibleSpans(row: readonly ScopeSpan[], person: readonly ScopeSpan[]) {
  const both = row.flatMap((a) =>
    person
      .filter((b) => b.scope === a.scope)
      .map((b) => ({ since: Math.max(a.since, b.since), until: Math.min(a.until, b.until) }))
      .filter(({ since, until }) => since < until),
  )
  const joined: { since: number; until: number }[] = []
  for (const span of both.sort((a, b) => a.since - b.since)) {
    const last = joined.at(-1)
    if (last && span.since <= last.until) last.until = Math.max(last.until, span.until)
    else joined.push(span)
  }
  return joined
}
