import type { FrontDesk } from '../app/front-desk.ts'
import { json } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

/** What waits for the response of an agency's desk: the words of other opinions, without names (B15). */
export const pointRoutes = ({ pointsFor }: FrontDesk): Route[] => [
  guarded({
    method: 'GET',
    path: '/api/points',
    access: 'list-points',
    device: 'needed',
    rate: { perMinute: 60, burst: 30 },
    body: noBody,
    ask: async () => [{ action: 'list-points' }],
    handle: async ({ identity }) => json({ points: await pointsFor(identity.subject) }),
  }),
]
