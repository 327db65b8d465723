import type { Scope } from '../../../shared/domain/scope.ts'
import type { ScopeSpan } from '../shared-spans.ts'

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
