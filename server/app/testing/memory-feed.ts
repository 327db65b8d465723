import type { PersonId } from '../../../shared/domain/id.ts'
import type { FeedSelected, FeedSelection, StoredLeaf, StoredRow } from '../ledger-port.ts'
import type { MemoryState } from './memory-state.ts'
import { sharedSpans, visibleSince } from './scope-span.ts'

type FeedTables = Pick<MemoryState, 'rows' | 'personSpans' | 'leaves' | 'heads'>
type Side = 'committed' | 'draft'

const isWithin = (n: number, after: number, upTo: number) => after < n && n <= upTo

export function selectFeed(tables: FeedTables, side: Side, query: FeedSelection): FeedSelected {
  const { person, after, limit } = query
  const last = (tables.heads[side].get('head')?.size ?? 0) - 1
  const held = tables.personSpans[side].get(person) ?? []
  const changed: StoredRow[] = []
  const ends: { key: string; at: number[] }[] = []
  for (const [key, row] of tables.rows[side].entries()) {
    const shared = sharedSpans(row.spans, held)
    const since = visibleSince(shared)
    if (since === null) {
      ends.push({ key, at: shared.map(({ until }) => until) })
      continue
    }
    const n = Math.max(row.n, since)
    const { entity, trail } = row
    if (n > after) changed.push({ key, entity, n, trail: [...trail] })
  }
  changed.sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1))
  const own = ownLeaves(tables, side, person, after, last)
  const upTo = Math.min(cutAt(changed, limit) ?? last, cutAt(own, limit) ?? last)
  return {
    rows: changed.filter(({ n }) => n <= upTo),
    gone: ends
      .filter(({ at }) => at.some((n) => isWithin(n, after, upTo)))
      .map(({ key }) => key)
      .sort(),
    ownLeaves: own.filter(({ n }) => n <= upTo),
    upTo,
    more: upTo < last,
  }
}

/** The number of the last item that fits, where not all do. */
const cutAt = (items: readonly { n: number }[], limit: number): number | undefined =>
  items.length > limit ? items[limit - 1]?.n : undefined

function ownLeaves(
  tables: FeedTables,
  side: Side,
  person: PersonId,
  after: number,
  upTo: number,
): StoredLeaf[] {
  const own: StoredLeaf[] = []
  for (let n = after + 1; n <= upTo; n++) {
    const leaf = tables.leaves[side].get(n)
    if (leaf?.person === person) own.push(leaf)
  }
  return own
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
