import { dayMs } from '../../shared/lib/time.ts'
import type { SessionInfo } from '../../shared/protocol/api.ts'
import { DeviceSignIn, SignIn } from '../../shared/protocol/api.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { cookieValue, knownCookie, sessionCookie, setCookie } from '../app/office-cookie.ts'
import type { Session } from '../app/ports.ts'
import type { Rate } from '../app/rate-limit.ts'
import { type OpenedSession, sessionMaxMs } from '../app/session.ts'
import { empty, failure, json, malformed, type Reply, tooMany } from './reply.ts'
import { guarded, noBody, type Route, smallJson } from './route.ts'

const knownMs = 400 * dayMs
/** All tablets of a building behind one address, taken up for a session and again after a cut, within the minute. */
const wholeBuilding: Rate = { perMinute: 3000, burst: 1500 }

export const cookieOf = ({ token }: OpenedSession): string => setCookie(sessionCookie, token, sessionMaxMs)

export function sessionRoutes(desk: FrontDesk): Route[] {
  const { sessions, signIn, deviceSignIn, challenges, clock } = desk

  const infoOf = ({ person, device, expiresAt }: Session): SessionInfo => ({
    person,
    device,
    expiresAt,
    now: clock.now(),
  })

  const opened = (session: OpenedSession, more: string[] = []): Reply =>
    json(infoOf(session.session), { 'Set-Cookie': [cookieOf(session), ...more] })

  return [
    {
      method: 'POST',
      path: '/api/session',
      access: 'public',
      because: 'this is how one signs in; guessing is slowed down by the rule itself',
      rate: { perMinute: 1200, burst: 600 },
      body: smallJson,
      handle: async ({ body, cookie, address }) => {
        const asked = SignIn.safeParse(body)
        if (!asked.success) return malformed
        const signed = await signIn({ ...asked.data, known: cookieValue(cookie, knownCookie), address })
        if (signed.ok) return opened(signed.value, [setCookie(knownCookie, signed.value.known, knownMs)])
        const { error } = signed
        return error.kind === 'wrong-credentials'
          ? failure(403, error)
          : tooMany(error.kind, error.retryAfterMs)
      },
    },
    {
      method: 'GET',
      path: '/api/session/challenge',
      access: 'public',
      because: 'a nonce opens nothing without the key of a device',
      rate: wholeBuilding,
      body: noBody,
      handle: async () => json({ nonce: await challenges.make() }),
    },
    {
      method: 'POST',
      path: '/api/session/device',
      access: 'public',
      because: 'this is how a device signs in, by a signature that nobody can guess',
      rate: wholeBuilding,
      body: smallJson,
      handle: async ({ body }) => {
        const claim = DeviceSignIn.safeParse(body)
        if (!claim.success) return malformed
        const signed = await deviceSignIn(claim.data)
        return signed.ok ? opened(signed.value) : failure(403, signed.error)
      },
    },
    guarded({
      method: 'GET',
      path: '/api/session',
      access: 'read-own-session',
      device: 'not-needed',
      rate: { perMinute: 120, burst: 120 },
      body: noBody,
      ask: async () => [{ action: 'read-own-session' }],
      handle: async ({ identity }) => json(infoOf(identity.session)),
    }),
    {
      method: 'DELETE',
      path: '/api/session',
      access: 'public',
      because: 'whoever has no session has nothing to end, and signing out must always work',
      rate: { perMinute: 300, burst: 300 },
      body: noBody,
      handle: async ({ cookie }) => {
        const person = await sessions.end(cookie)
        if (person !== null) desk.onRightsChanged(person)
        return empty(204, { 'Set-Cookie': setCookie(sessionCookie, '', 0) })
      },
    },
  ]
}
