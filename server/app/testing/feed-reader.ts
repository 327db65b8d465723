import type { PersonId } from '../../../shared/domain/id.ts'
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts'
import type { FeedSelected, LedgerReads } from '../ledger-port.ts'
import { createRecentLedger } from '../recent-ledger.ts'

const textOf = (page: FeedSelected) => canonicalJson(page as unknown as Json)

/**
 * A device as the feed knows it: it takes pages one after the other, and insists on their order.
 */
export function createFeedReader(ledger: LedgerReads, person: PersonId, start: number) {
  const rows = new Map<string, { n: number; text: string }>()
  const recent = createRecentLedger(ledger)
  let after = start

  return {
    /** @returns whether there is more. */
    pull: async (limit: number): Promise<boolean> => {
      const page = await ledger.feed({ person, after, limit })
      const shared = (await recent.present()).select({ person, after, limit })
      if (shared && textOf(shared) !== textOf(page)) {
        throw new Error(`among what moved lately: ${textOf(shared)} in place of ${textOf(page)}`)
      }
      let last = after
      for (const { key, n, entity, trail } of page.rows) {
        if (n < last || n <= after || n > page.upTo) throw new Error(`row ${key} is out of its place at ${n}`)
        if (trail.at(-1) === undefined || (trail.at(-1) ?? 0) > n) throw new Error(`no leaf ${n} of ${key}`)
        rows.set(key, { n: trail.at(-1) ?? -1, text: JSON.stringify(entity) })
        last = n
      }
      for (const key of page.gone) rows.delete(key)
      if (page.more && page.upTo <= after) throw new Error('the reader would never come to an end')
      after = page.upTo
      return page.more
    },
    held: () => [...rows].sort(([a], [b]) => (a < b ? -1 : 1)),
    /** What a reader that begins anew would be sent. */
    visibleNow: async () => {
      const page = await ledger.feed({ person, after: -1, limit: 1000 })
      return page.rows
        .map(
          ({ key, entity, trail }) => [key, { n: trail.at(-1) ?? -1, text: JSON.stringify(entity) }] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1))
    },
  }
}
