import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import express, { type ErrorRequestHandler, type Request, type Response } from 'express'
import { DatabaseSilent } from '../app/database-silent.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { ClockBehindLedger } from '../app/ledger-clock.ts'
import { ReadOnlyLedger } from '../app/restore.ts'
import { clientAddress } from './client-address.ts'
import {
  clockBehind,
  databaseSilent,
  failure,
  malformed,
  notFound,
  type Reply,
  readOnly,
  storageFull,
} from './reply.ts'
import type { Incoming, Route } from './route.ts'
import { routes } from './routes.ts'
import { isOwnSite } from './same-site.ts'
import { securityHeaders } from './security-headers.ts'
import { sendReply } from './send-reply.ts'
import { type Caller, createServeRoute } from './serve-route.ts'
import { staticClient } from './static-client.ts'

export type HttpSettings = {
  /** Folder of the built client; null where another server hands it out. */
  clientDir: string | null
  /** Whether browsers reach this by HTTPS, here or through a proxy. */
  isTls: boolean
  /** Trusted proxies in front (client-address.ts). */
  proxies: number
}

/** The whole of HTTP over the front desk: parse, ask, call, render. No rule, no SQL. */
export function createHttp(desk: FrontDesk, settings: HttpSettings): RequestListener {
  const { log } = desk
  const serve = createServeRoute(desk)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('strict routing')
  app.enable('case sensitive routing')
  // Queries are read by queryOf.
  app.set('query parser', false)

  const incomingOf = (request: Request, query: Incoming['query']): Incoming => ({
    params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
    query,
    cookie: request.headers.cookie ?? null,
    address: clientAddress(request, settings.proxies),
    header: (name) => request.get(name),
    body: null,
  })

  const answer = async (request: Request, response: Response, reply: Reply) =>
    await sendReply(response, reply, request.method === 'HEAD')

  const mount = (route: Route) => {
    const method = route.method.toLowerCase() as Lowercase<Route['method']>
    app[method](route.path, async (request: Request, response: Response) => {
      const query = queryOf(request.url)
      const incoming = incomingOf(request, query ?? {})
      const unknown: Caller = { person: null, device: null }
      const { reply, caller } = query
        ? await serve(route, incoming, request)
        : { reply: malformed, caller: unknown }
      const verdict = reply.kind === 'json' && reply.status >= 400 ? kindOf(reply.body) : 'ok'
      const { address, params } = incoming
      const action = [route.access].flat().join(', ')
      const what = { action, method: request.method, path: route.path, ...params }
      log('info', 'request', { ...caller, address, ...what, status: reply.status, verdict })
      await answer(request, response, reply)
    })
  }

  const onError: ErrorRequestHandler = async (error, request, response, _next) => {
    if (request.socket.destroyed && hasCode(error, 'ECONNRESET')) return
    // A path that is no URI, as Express found.
    if (error instanceof URIError || hasClientStatus(error)) return await answer(request, response, malformed)
    if (error instanceof DatabaseSilent) {
      log('warn', 'database-silent', {
        method: request.method,
        path: request.route?.path,
        error: error.message,
      })
      if (response.headersSent) return response.destroy()
      return await answer(request, response, error.kind === 'storage-full' ? storageFull : databaseSilent)
    }
    if (error instanceof ClockBehindLedger && !response.headersSent) {
      return await answer(request, response, clockBehind(error))
    }
    if (error instanceof ReadOnlyLedger && !response.headersSent) {
      return await answer(request, response, readOnly)
    }
    const id = randomUUID()
    const stack = error instanceof Error ? error.stack : String(error)
    log('error', 'request-failed', { id, method: request.method, path: request.route?.path, stack })
    // Half an answer cannot be taken back; cut, it is at least not taken for a whole one.
    if (response.headersSent) return response.destroy()
    await answer(request, response, failure(500, { kind: 'internal', id }))
  }

  app.use((request, response, next) => {
    const headers = securityHeaders(request.headers.host, settings.isTls)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    next()
  })
  app.use(async (request, response, next) => {
    // Of two hosts, a proxy in front may have believed the other one (RFC 9112, 3.2).
    if (request.headersDistinct['host']?.length === 1) return next()
    await answer(request, response, malformed)
  })
  app.use('/api', async (request, response, next) => {
    if (isOwnSite(request, settings.isTls)) return next()
    log('warn', 'foreign-site', { site: request.headers['sec-fetch-site'], origin: request.headers.origin })
    await answer(request, response, failure(403, { kind: 'foreign-site' }))
  })
  const table = routes(desk)
  for (const route of table) mount(route)
  for (const path of new Set(table.map((route) => route.path))) {
    const allowed = table.filter((route) => route.path === path).map(({ method }) => method)
    const reply = failure(405, { kind: 'method-not-allowed' }, { Allow: allowed.join(', ') })
    app.all(path, async (request, response) => await answer(request, response, reply))
  }
  app.use('/api', async (request, response) => await answer(request, response, notFound))
  if (settings.clientDir !== null) app.use(staticClient(settings.clientDir))
  app.use(async (request: Request, response: Response) => await answer(request, response, notFound))
  app.use(onError)
  return app
}

/** Null where a name comes twice: which of the two is meant would be a guess. */
function queryOf(url: string): Incoming['query'] | null {
  const params = new URLSearchParams(url.split('?').slice(1).join('?'))
  const query = Object.fromEntries(params)
  return Object.keys(query).length === params.size ? query : null
}

const kindOf = (body: unknown): string => {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  return typeof error === 'object' && error !== null && 'kind' in error ? String(error.kind) : 'error'
}

const hasClientStatus = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code
