import { HandInRequest } from '../../shared/protocol/restore.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { json, malformed } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

/** After a restore: what is missing, and what devices bring back (docs/decisions/0011). */
export function restoreRoutes({ restoreReport, handIn }: FrontDesk): Route[] {
  return [
    guarded({
      method: 'GET',
      path: '/api/restore',
      access: 'review-restore',
      device: 'needed',
      rate: { perMinute: 120, burst: 60 },
      body: noBody,
      ask: async () => [{ action: 'review-restore' }],
      handle: async () => json(await restoreReport()),
    }),
    guarded({
      method: 'POST',
      path: '/api/restore/leaves',
      access: 'hand-in-leaves',
      device: 'needed',
      rate: { perMinute: 120, burst: 120 },
      // Fifty acts with their texts; each leaf's form is checked before its proof, and its proof before the ledger is asked.
      body: { kind: 'json', maxBytes: 8 * 1024 * 1024, maxDepth: 5 },
      ask: async () => [{ action: 'hand-in-leaves' }],
      handle: async ({ identity, body }) => {
        const asked = HandInRequest.safeParse(body)
        const { device } = identity.session
        return asked.success && device !== null
          ? json({ outcomes: await handIn(device, asked.data) })
          : malformed
      },
    }),
  ]
}
