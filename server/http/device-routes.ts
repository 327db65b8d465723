import { DeviceId } from '../../shared/domain/id.ts'
import { CodeRequest, EnrolDevice } from '../../shared/protocol/api.ts'
import type { EnrolmentFault } from '../app/enrolment.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { failure, json, malformed, notFound, type Reply, tooMany } from './reply.ts'
import { guarded, noBody, type Route, smallJson } from './route.ts'
import { cookieOf } from './session-routes.ts'

export function deviceRoutes({ enrolment, orderFor, sessions }: FrontDesk): Route[] {
  return [
    guarded({
      method: 'POST',
      path: '/api/devices',
      access: 'enrol-own-device',
      device: 'not-needed',
      rate: { perMinute: 30, burst: 30 },
      body: smallJson,
      ask: async () => [{ action: 'enrol-own-device' }],
      handle: async ({ identity, body, cookie }) => {
        const asked = EnrolDevice.safeParse(body)
        if (!asked.success) return malformed
        const enrolled = await enrolment.enrol(identity, asked.data)
        if (!enrolled.ok) return faultReply(enrolled.error)
        const { reply, session } = enrolled.value
        if (!session) return json(reply)
        // The rights of the cookie have grown: the old one, should anybody else hold it, has them not.
        await sessions.end(cookie)
        return json(reply, { 'Set-Cookie': cookieOf(session) })
      },
    }),
    guarded({
      method: 'POST',
      path: '/api/devices/codes',
      access: 'hand-out-code',
      device: 'needed',
      rate: { perMinute: 30, burst: 30 },
      body: smallJson,
      ask: async () => [{ action: 'hand-out-code' }],
      handle: async ({ identity, body }) => {
        const asked = CodeRequest.safeParse(body)
        if (!asked.success) return malformed
        const code = await enrolment.handOut(identity.session.person, asked.data.person)
        return code ? json(code) : notFound
      },
    }),
    {
      method: 'GET',
      path: '/api/devices/:id/order',
      access: 'public',
      because:
        'a revoked device can no longer sign in; who names an unknown one gets the answer of one without order',
      rate: { perMinute: 3000, burst: 1500 },
      body: noBody,
      handle: async ({ params }) => {
        const id = DeviceId.safeParse(params['id'])
        return json({ order: id.success ? await orderFor(id.data) : null })
      },
    },
  ]
}

function faultReply(fault: EnrolmentFault): Reply {
  switch (fault.kind) {
    case 'too-many-attempts':
      return tooMany(fault.kind, fault.retryAfterMs)
    case 'proof-failed':
      return failure(400, fault)
    case 'code-wrong':
      return failure(403, fault)
    case 'device-taken':
      return failure(409, fault)
  }
}
