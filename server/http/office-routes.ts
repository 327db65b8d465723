import type { FrontDesk } from '../app/front-desk.ts'
import { empty, failure, json } from './reply.ts'
import { noBody, type Route } from './route.ts'

/** About the office itself. */
export function officeRoutes({ health, crypto }: FrontDesk): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/health',
      access: 'public',
      because: 'says only whether the server serves; a machine that watches it has no account',
      rate: { perMinute: 600, burst: 600 },
      body: noBody,
      handle: async () => {
        const state = await health.state()
        return state === 'serving' ? json({ state }) : failure(503, { kind: state })
      },
    },
    {
      method: 'GET',
      path: '/api/keys',
      access: 'public',
      because: 'public keys, which every device pins at enrolment',
      rate: { perMinute: 300, burst: 300 },
      body: noBody,
      handle: async () => json(crypto.keys),
    },
    {
      method: 'DELETE',
      path: '/api/site-data',
      access: 'public',
      because: 'empties the browser that asks and nothing here, and only our own pages may ask',
      rate: { perMinute: 60, burst: 60 },
      body: noBody,
      handle: async () => empty(204, { 'Clear-Site-Data': '"cache", "cookies", "storage"' }),
    },
  ]
}
