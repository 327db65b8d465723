import { Period } from '../../shared/domain/statistics.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { json, malformed } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

/** The figures of a period, for leaders and the Office: counts alone. */
export const statisticsRoutes = ({ statisticsFor }: FrontDesk): Route[] => [
  guarded({
    method: 'GET',
    path: '/api/statistics',
    access: 'read-statistics',
    device: 'needed',
    rate: { perMinute: 60, burst: 30 },
    body: noBody,
    ask: async () => [{ action: 'read-statistics' }],
    handle: async ({ query }) => {
      const period = Period.safeParse(query)
      return period.success ? json(await statisticsFor(period.data)) : malformed
    },
  }),
]
