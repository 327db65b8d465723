import { TaskExportQuery } from '../../shared/protocol/task-query.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { malformed } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'
import { toldFileReply } from './told-file-reply.ts'

/** Laying one out takes the server longer than most that it is asked for. */
const rate = { perMinute: 10, burst: 10 }

/** The register as a file: whoever is known may ask, and finds in it what they may read, row by row (D2, T8). */
export const taskExportRoutes = ({ taskExports }: FrontDesk): Route[] => [
  guarded({
    method: 'GET',
    path: '/api/tasks/export',
    access: 'read-directory',
    device: 'needed',
    rate,
    body: noBody,
    ask: async () => [{ action: 'read-directory' }],
    handle: async ({ query, identity: { subject } }) => {
      const asked = TaskExportQuery.safeParse(query)
      if (!asked.success) return malformed
      return toldFileReply(await taskExports.make({ ...asked.data, subject }))
    },
  }),
]
