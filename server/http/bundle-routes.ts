import { type Bundle, bundleFileName, bundleText } from '../../shared/bundle/bundle.ts'
import { BallotId, MeetingId } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { notFound, type Reply } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

const common = { method: 'GET', device: 'needed', rate: { perMinute: 30, burst: 30 }, body: noBody } as const

/** The archive bundle of a closed ballot or a concluded meeting: its exact bytes, since it is canonical or it is nothing. */
export function bundleRoutes({ bundles }: FrontDesk): Route[] {
  return [
    guarded({
      ...common,
      path: '/api/ballots/:id/bundle',
      access: 'read-bundle',
      ask: async ({ params }) => {
        const id = BallotId.safeParse(params['id'])
        return id.success ? await bundles.questionsForBallot(id.data) : []
      },
      handle: async ({ params, identity }) => {
        return sent(await bundles.make({ ballot: BallotId.parse(params['id']) }, identity.subject))
      },
    }),
    guarded({
      ...common,
      path: '/api/meetings/:id/bundle',
      access: 'read-meeting-bundle',
      ask: async ({ params }) => {
        const id = MeetingId.safeParse(params['id'])
        return id.success ? await bundles.questionsForMeeting(id.data) : []
      },
      handle: async ({ params, identity }) => {
        return sent(await bundles.make({ meeting: MeetingId.parse(params['id']) }, identity.subject))
      },
    }),
  ]
}

function sent(bundle: Bundle | null): Reply {
  if (!bundle) return notFound
  const bytes = utf8(bundleText(bundle))
  return {
    kind: 'bytes',
    status: 200,
    bytes: once(bytes),
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${bundleFileName(bundle)}"`,
      'Content-Length': String(bytes.length),
    },
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
