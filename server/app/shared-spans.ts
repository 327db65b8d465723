import type { Scope } from '../../shared/domain/scope.ts'

/** A scope held by a row or a person from leaf `since` on, up to and without leaf `until`: infinite where it is held still. */
export type ScopeSpan = { scope: Scope; since: number; until: number }

type Time = { since: number; until: number }

/** The times in which a row and a person both held one scope: the row was visible. They may overlap. */
export function sharedSpans(row: readonly ScopeSpan[], person: readonly ScopeSpan[]): Time[] {
  const shared: Time[] = []
  for (const a of row) {
    for (const b of person) {
      if (b.scope !== a.scope) continue
      const [since, until] = [Math.max(a.since, b.since), Math.min(a.until, b.until)]
      if (since < until) shared.push({ since, until })
    }
  }
  return shared
}

/** Since when a row has been visible without a break; null where it is not visible now. */
export function visibleSince(shared: readonly Time[]): number | null {
  let since: number | null = null
  let until = Number.NEGATIVE_INFINITY
  for (const span of [...shared].sort((a, b) => a.since - b.since)) {
    if (span.since > until) since = span.since
    until = Math.max(until, span.until)
  }
  return until === Number.POSITIVE_INFINITY ? since : null
}
