import type { IncomingMessage } from 'node:http'
import { permit } from '../../shared/domain/access.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { createRateLimit, type Rate, type RateLimit } from '../app/rate-limit.ts'
import { addressKey } from './client-address.ts'
import { readBody } from './read-body.ts'
import { failure, notFound, type Reply, signedOut, tooMany } from './reply.ts'
import type { GuardedRoute, Incoming, Route, SignedInRequest } from './route.ts'

/** Who asked, as far as it is known, for the log. */
export type Caller = { person: string | null; device: string | null }

export type Served = { reply: Reply; caller: Caller }

export type ServeRoute = (route: Route, request: Incoming, message: IncomingMessage) => Promise<Served>

/** A whole government may sit behind one address. */
const perAddress: Rate = { perMinute: 12_000, burst: 6000 }
const nobody: Caller = { person: null, device: null }

/**
 * What every route goes through, in this order: limits, who, may they, the body, the handler. A body is not read before it
 * is known that its sender may send it.
 */
export function createServeRoute({ sessions, clock }: Pick<FrontDesk, 'sessions' | 'clock'>): ServeRoute {
  const limit = createRateLimit({ clock, keys: 50_000 })

  const finish = async <R extends Incoming>(
    route: { body: Route['body']; handle(request: R): Promise<Reply> },
    request: R,
    message: IncomingMessage,
  ): Promise<Reply> => {
    const body = await readBody(message, route.body)
    return body.ok ? await route.handle({ ...request, body: body.value }) : body.error
  }

  return async (route, request, message) => {
    const address = addressKey(request.address)
    const wait = limit(`address/${address}`, perAddress) || countFor(limit, route, `address/${address}`)
    if (wait > 0) return { reply: tooMany('too-many-requests', wait), caller: nobody }
    if (route.access === 'public') return { reply: await finish(route, request, message), caller: nobody }

    const identity = await sessions.identify(request.cookie)
    if (!identity) return { reply: signedOut, caller: nobody }
    const { person, device } = identity.session
    const caller = { person, device }
    const personWait = limit(`person/${person}/${route.method} ${route.path}`, route.rate)
    if (personWait > 0) return { reply: tooMany('too-many-requests', personWait), caller }
    if (device === null && route.device === 'needed') {
      return { reply: failure(403, { kind: 'device-needed' }), caller }
    }
    const known: SignedInRequest = { ...request, identity }
    if (!(await isAllowed(route, known))) return { reply: notFound, caller }
    return { reply: await finish(route, known, message), caller }
  }
}

const countFor = (limit: RateLimit, route: Route, key: string): number =>
  route.access === 'public' ? limit(`${key}/${route.method} ${route.path}`, route.rate) : 0

async function isAllowed(route: GuardedRoute, request: SignedInRequest): Promise<boolean> {
  const questions = await route.ask(request)
  return questions.some((question) => permit(request.identity.subject, question).allow)
}
