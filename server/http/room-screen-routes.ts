import { MeetingId } from '../../shared/domain/id.ts'
import { bearerToken, RoomScreenQuery } from '../../shared/protocol/room-screen.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { json, malformed, notFound, tooMany } from './reply.ts'
import { noBody, type Route } from './route.ts'

const tooManyScreensMs = 5000

export function roomScreenRoutes({ roomScreens }: FrontDesk): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/room-screens/:id',
      access: 'public',
      because:
        'the display in the hall is no person: a token of 256 random bits opens one meeting’s picture, made for it',
      // Each change is a question, and a hall has several displays behind one address.
      rate: { perMinute: 900, burst: 300 },
      body: noBody,
      handle: async ({ params, query, header }) => {
        const asked = RoomScreenQuery.safeParse(query)
        if (!asked.success) return malformed
        const meeting = MeetingId.safeParse(params['id'])
        const token = bearerToken(header('authorization'))
        if (!meeting.success || token === null) return notFound
        const shown = await roomScreens.look({ meeting: meeting.data, token, seen: asked.data.seen ?? null })
        if (shown === 'too-many') return tooMany('too-many-requests', tooManyScreensMs)
        return shown === 'not-found' ? notFound : json(shown)
      },
    },
  ]
}
