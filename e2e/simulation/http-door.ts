import type { IncomingMessage } from 'node:http'
import type { FrontDesk } from '../../server/app/front-desk.ts'
import type { Reply } from '../../server/http/reply.ts'
import type { Incoming, Route } from '../../server/http/route.ts'
import { routes } from '../../server/http/routes.ts'
import { createServeRoute } from '../../server/http/serve-route.ts'
import { type Bytes, concat, utf8 } from '../../shared/lib/bytes.ts'

/** The product's own routes with their limits and rights, without sockets and without Express. */
export type DoorRequest = {
  method: string
  /** With its query. */
  url: string
  cookie: string | null
  /** By name in small letters. */
  headers: ReadonlyMap<string, string>
  body: Bytes | null
  address: string
}
export type DoorReply = {
  status: number
  headers: ReadonlyMap<string, string>
  setCookies: readonly string[]
  body: Bytes
}
export type HttpDoor = (request: DoorRequest) => Promise<DoorReply>

export function createHttpDoor(desk: FrontDesk): HttpDoor {
  const serve = createServeRoute(desk)
  const table = routes(desk).map((route) => ({ route, parts: route.path.split('/') }))

  function find(method: string, path: string): { route: Route; params: Record<string, string> } | null {
    const given = path.split('/')
    for (const { route, parts } of table) {
      if (route.method !== method || parts.length !== given.length) continue
      const pairs = parts.map((part, i) => [part, given[i] ?? ''] as const)
      if (!pairs.every(([part, text]) => part.startsWith(':') || part === text)) continue
      const named = pairs
        .filter(([part]) => part.startsWith(':'))
        .map(([part, text]) => [part.slice(1), text])
      return { route, params: Object.fromEntries(named) }
    }
    return null
  }

  return async ({ method, url, cookie, headers, body, address }) => {
    const [path = '', query = ''] = url.split('?', 2)
    const found = find(method, path)
    if (!found)
      return await sent({ kind: 'json', status: 404, body: { error: { kind: 'not-found' } }, headers: {} })
    const incoming: Incoming = {
      params: found.params,
      query: Object.fromEntries(new URLSearchParams(query)),
      cookie,
      address,
      header: (name) => headers.get(name),
      body: null,
    }
    try {
      return await sent((await serve(found.route, incoming, messageOf(headers, body))).reply)
    } catch (error) {
      desk.log('error', 'request-failed', { path, error: String(error) })
      return await sent({ kind: 'json', status: 500, body: { error: { kind: 'internal' } }, headers: {} })
    }
  }
}

/** As much of a message as the reading of bodies looks at. */
function messageOf(headers: DoorRequest['headers'], body: Bytes | null): IncomingMessage {
  const message = {
    headers: { ...Object.fromEntries(headers), 'content-length': String(body?.length ?? 0) },
    async *iterator() {
      if (body) yield body
    },
  }
  return message as unknown as IncomingMessage
}

async function sent(reply: Reply): Promise<DoorReply> {
  const { status } = reply
  const headers = new Map<string, string>()
  const setCookies: string[] = []
  for (const [name, value] of Object.entries(reply.headers)) {
    if (name === 'Set-Cookie') setCookies.push(...[value].flat())
    else headers.set(name.toLowerCase(), String(value))
  }
  if (reply.kind === 'json') return { status, headers, setCookies, body: utf8(JSON.stringify(reply.body)) }
  const pieces: Uint8Array[] = []
  if (reply.kind === 'bytes') for await (const piece of reply.bytes) pieces.push(piece)
  return { status, headers, setCookies, body: concat(...pieces) }
}
