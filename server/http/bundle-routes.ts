import { bundleFileName, bundleText } from '../../shared/bundle/bundle.ts'
import { BallotId } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { notFound } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

/** The archive bundle of a closed ballot: its exact bytes, since it is canonical or it is nothing. */
export function bundleRoutes({ bundles }: FrontDesk): Route[] {
  return [
    guarded({
      method: 'GET',
      path: '/api/ballots/:id/bundle',
      access: 'read-bundle',
      device: 'needed',
      rate: { perMinute: 30, burst: 30 },
      body: noBody,
      ask: async ({ params }) => {
        const id = BallotId.safeParse(params['id'])
        return id.success ? await bundles.questionsFor(id.data) : []
      },
      handle: async ({ params, identity }) => {
        const bundle = await bundles.make(BallotId.parse(params['id']), identity.subject)
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
      },
    }),
  ]
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
