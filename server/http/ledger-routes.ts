import { fromBase64 } from '../../shared/lib/base64.ts'
import { type ActOutcome, ActsRequest, LedgerQuery } from '../../shared/protocol/api.ts'
import { FeedQuery } from '../../shared/protocol/feed.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { json, malformed } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

/** The feed down, acts up, and the ledger itself for who verifies it. */
export function ledgerRoutes({ feedFor, accept, ledger }: FrontDesk): Route[] {
  return [
    guarded({
      method: 'GET',
      path: '/api/feed',
      access: 'open-news',
      device: 'needed',
      rate: { perMinute: 600, burst: 300 },
      body: noBody,
      ask: async () => [{ action: 'open-news' }],
      // Whose rows: `permit` is asked again for each of them (feed-for.ts).
      handle: async ({ identity, query }) => {
        const asked = FeedQuery.safeParse(query)
        return asked.success ? json(await feedFor(identity.session.person, asked.data)) : malformed
      },
    }),
    {
      method: 'POST',
      path: '/api/acts',
      access: 'public',
      because:
        'an act authenticates itself by its signature, and a locked or signed-out tablet still delivers',
      rate: { perMinute: 1200, burst: 600 },
      body: { kind: 'json', maxBytes: 8 * 1024 * 1024, maxDepth: 4 },
      handle: async ({ body }) => {
        const asked = ActsRequest.safeParse(body)
        if (!asked.success) return malformed
        const read = asked.data.acts.map(({ id, sealed }) => ({ id, sealed: fromBase64(sealed) }))
        const acts = read.flatMap(({ id, sealed }) => (sealed ? [{ id, sealed }] : []))
        const { outcomes } = acts.length > 0 ? await accept(acts) : { outcomes: [] }
        const decided = outcomes.values()
        const all = read.map(({ id, sealed }): ActOutcome | undefined =>
          sealed ? decided.next().value : { kind: 'rejected', id, reason: 'malformed' },
        )
        return json({ outcomes: all })
      },
    },
    guarded({
      method: 'GET',
      path: '/api/ledger',
      access: 'read-ledger',
      device: 'needed',
      rate: { perMinute: 300, burst: 300 },
      body: noBody,
      ask: async () => [{ action: 'read-ledger' }],
      handle: async ({ query }) => {
        const asked = LedgerQuery.safeParse(query)
        if (!asked.success) return malformed
        const { from, limit } = asked.data
        // The checkpoint first: every leaf that it covers is then there to be read.
        const checkpoint = await ledger.checkpoint()
        const leaves = await ledger.leavesFrom(from, limit)
        const size = checkpoint?.size ?? 0
        const covered = leaves.filter(({ n }) => n < size).map(({ text }) => text)
        return json({ from, leaves: covered, checkpoint: checkpoint?.note ?? null })
      },
    }),
  ]
}
