import type { EntityKey } from '../../shared/domain/entity.ts'
import type { FeedSelected, FeedSelection, SpannedRow, StoredLeaf, StoredRow } from './ledger-port.ts'
import { type ScopeSpan, sharedSpans, visibleSince } from './shared-spans.ts'

/**
 * What is new for a person among rows that are at hand. Right where every row is among them that moved after the number asked
 * for; whatever else is among them does no harm.
 *
 * @param held every span of the person's scopes
 * @param own leaves of the person's own acts, ascending
 */
export function selectFeed(
  {
    rows,
    held,
    own,
    last,
  }: { rows: Iterable<SpannedRow>; held: readonly ScopeSpan[]; own: readonly StoredLeaf[]; last: number },
  { after, limit }: Pick<FeedSelection, 'after' | 'limit'>,
): FeedSelected {
  const changed: StoredRow[] = []
  const ends: { key: EntityKey; at: number[] }[] = []
  for (const { key, entity, n: written, trail, spans } of rows) {
    const shared = sharedSpans(spans, held)
    const since = visibleSince(shared)
    if (since === null) {
      ends.push({ key, at: shared.map(({ until }) => until) })
      continue
    }
    const n = Math.max(written, since)
    if (n > after) changed.push({ key, entity, n, trail })
  }
  changed.sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1))
  const mine = own.filter(({ n }) => n > after)
  const upTo = Math.min(cutAt(changed, limit) ?? last, cutAt(mine, limit) ?? last)
  return {
    rows: changed.filter(({ n }) => n <= upTo),
    gone: ends
      .filter(({ at }) => at.some((n) => after < n && n <= upTo))
      .map(({ key }) => key)
      .sort(),
    ownLeaves: mine.filter(({ n }) => n <= upTo),
    upTo,
    more: upTo < last,
  }
}

/** The number of the last item that fits, where not all do. */
const cutAt = (items: readonly { n: number }[], limit: number): number | undefined =>
  items.length > limit ? items[limit - 1]?.n : undefined
