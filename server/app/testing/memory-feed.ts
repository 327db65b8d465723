import type { PersonId } from '../../../shared/domain/id.ts'
import type { FeedSelected, FeedSelection, Moved, SpannedRow, StoredLeaf } from '../ledger-port.ts'
import { selectFeed } from '../select-feed.ts'
import { type ScopeSpan, sharedSpans, visibleSince } from '../shared-spans.ts'
import type { MemoryRow, MemoryState } from './memory-state.ts'

type FeedTables = Pick<MemoryState, 'rows' | 'personSpans' | 'leaves' | 'heads'>
type Side = 'committed' | 'draft'

const isWithin = (n: number, after: number, upTo: number) => after < n && n <= upTo
const lastOf = (tables: FeedTables, side: Side) => (tables.heads[side].get('head')?.size ?? 0) - 1

export function selectAllFeed(tables: FeedTables, side: Side, query: FeedSelection): FeedSelected {
  const { person, after } = query
  const last = lastOf(tables, side)
  const own = leavesOf(tables, side, { after, upTo: last }).filter((leaf) => leaf.person === person)
  const rows = [...tables.rows[side].entries()].map(([key, row]) => spanned(key, row))
  return selectFeed({ rows, held: tables.personSpans[side].get(person) ?? [], own, last }, query)
}

export function selectMoved(
  tables: FeedTables,
  side: Side,
  { rowsAfter, peopleAfter }: { rowsAfter: number; peopleAfter: number },
): Moved {
  const upTo = lastOf(tables, side)
  const hasMoved = (spans: readonly ScopeSpan[], after: number) =>
    spans.some(({ since, until }) => isWithin(since, after, upTo) || isWithin(until, after, upTo))
  return {
    epoch: tables.heads[side].get('head')?.epoch ?? 0,
    upTo,
    rows: [...tables.rows[side].entries()]
      .filter(([, { n, spans }]) => n > rowsAfter || hasMoved(spans, rowsAfter))
      .map(([key, row]) => spanned(key, row)),
    leaves: leavesOf(tables, side, { after: rowsAfter, upTo }),
    people: [...tables.personSpans[side].entries()]
      .filter(([, spans]) => hasMoved(spans, peopleAfter))
      .map(([person, spans]) => ({ person, spans: [...spans] })),
  }
}

const spanned = (key: string, { entity, n, trail, spans }: MemoryRow): SpannedRow => ({
  ...{ key, entity, n, trail: [...trail], spans: [...spans] },
})

/** Of people's acts. */
function leavesOf(
  tables: FeedTables,
  side: Side,
  { after, upTo }: { after: number; upTo: number },
): StoredLeaf[] {
  const found: StoredLeaf[] = []
  for (let n = after + 1; n <= upTo; n++) {
    const leaf = tables.leaves[side].get(n)
    if (leaf && leaf.person !== null) found.push(leaf)
  }
  return found
}

export function selectReaders(tables: FeedTables, side: Side, after: number, upTo: number): PersonId[] {
  const readers = new Set<PersonId>()
  for (const [person, held] of tables.personSpans[side].entries()) {
    for (const { spans, trail } of [...tables.rows[side].entries()].map(([, row]) => row)) {
      const shared = sharedSpans(spans, held)
      const moved = shared.some(
        ({ since, until }) => isWithin(since, after, upTo) || isWithin(until, after, upTo),
      )
      if (moved || (visibleSince(shared) !== null && trail.some((n) => isWithin(n, after, upTo))))
        readers.add(person)
    }
  }
  for (let n = after + 1; n <= upTo; n++) {
    const person = tables.leaves[side].get(n)?.person
    if (person) readers.add(person)
  }
  return [...readers].sort()
}
