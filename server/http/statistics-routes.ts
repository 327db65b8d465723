import { Period } from '../../shared/domain/statistics.ts'
import { TableFormat } from '../../shared/protocol/task-query.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { json, malformed } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'
import { toldFileReply } from './told-file-reply.ts'

/** The figures of a period, for leaders and the Office: counts alone. */
export const statisticsRoutes = ({ statisticsFor, statisticsFiles }: FrontDesk): Route[] => [
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
  guarded({
    method: 'GET',
    path: '/api/statistics/export',
    access: 'read-statistics',
    device: 'needed',
    rate: { perMinute: 10, burst: 10 },
    body: noBody,
    ask: async () => [{ action: 'read-statistics' }],
    handle: async ({ query: { format: form, ...query } }) => {
      const [period, format] = [Period.safeParse(query), TableFormat.safeParse(form)]
      if (!period.success || !format.success) return malformed
      return toldFileReply(await statisticsFiles.make(period.data, format.data))
    },
  }),
]
