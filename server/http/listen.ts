import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { securityHeaders } from './security-headers.ts'
import type { KeyAndCertificate } from './self-signed.ts'
import { ownTls, readTls, type TlsFault } from './tls-files.ts'

export type TlsChoice =
  /** Plain HTTP, for this machine alone. */
  | { kind: 'none' }
  /** Plain HTTP on every address, because a proxy in front speaks HTTPS. */
  | { kind: 'proxy' }
  | { kind: 'files'; certPath: string; keyPath: string }
  | { kind: 'self-made'; folder: string }

export type ListenFault =
  | TlsFault
  | { kind: 'port-taken'; port: number }
  | { kind: 'port-not-allowed'; port: number }

export type Listening = {
  server: Server
  /** `https://localhost:3000` */
  address: string
  /** Takes no more, lets what is running finish for at most `patienceMs`, then cuts. */
  close(patienceMs: number): Promise<void>
}

export type ListenOptions = {
  /** 0: any free one. */
  port: number
  tls: TlsChoice
  app: RequestListener
  /** Attaches what takes upgrades; before the first request. */
  onServer(server: Server): void
  now(): number
}

/** Whoever sends a request a byte at a time, or never reads the answer, holds a connection only so long. Milliseconds. */
const limits: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  // Node would answer these two by itself, without the policies.
  requireHostHeader: false,
}
/** Longer than intake may take to look through the largest file, and others before it. */
const silentMs = 300_000
const maxConnections = 20_000

export async function listen(options: ListenOptions): Promise<Result<Listening, ListenFault>> {
  const { tls, port, app } = options
  const pair = await pairOf(tls, options.now())
  if (pair && !pair.ok) return pair
  const isTls = pair !== null || tls.kind === 'proxy'
  const server: Server = pair ? createTlsServer({ ...limits, ...pair.value }, app) : createServer(limits, app)
  server.maxHeadersCount = 100
  server.maxConnections = maxConnections
  server.timeout = silentMs
  server.on('checkExpectation', app)
  server.on('clientError', (error, socket) => {
    // Browsers open connections ahead of need: an answer to a silent one would be taken for that to its first request.
    const isSilent = 'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
    if (!isSilent && 'writable' in socket && socket.writable) socket.end(badRequest(isTls))
    else socket.destroy()
  })
  options.onServer(server)
  const fault = await bind(server, port, hostOf(tls))
  if (fault) return fail(fault)
  const bound = server.address()
  const actual = isAddress(bound) ? bound.port : port
  const stop = drainer(server)
  return ok({ server, address: `${pair ? 'https' : 'http'}://localhost:${actual}`, close: stop })
}

/** Asked before anything else is begun; `listen` has the last word. */
export async function portFault({
  port,
  tls,
}: Pick<ListenOptions, 'port' | 'tls'>): Promise<ListenFault | null> {
  const probe = createServer()
  const fault = await bind(probe, port, hostOf(tls))
  await new Promise((resolve) => probe.close(resolve))
  return fault
}

const hostOf = (tls: TlsChoice): string | undefined => (tls.kind === 'none' ? '127.0.0.1' : undefined)

async function pairOf(tls: TlsChoice, now: number): Promise<Result<KeyAndCertificate, TlsFault> | null> {
  if (tls.kind === 'files') return await readTls(tls.certPath, tls.keyPath)
  return tls.kind === 'self-made' ? await ownTls(tls.folder, now) : null
}

/** To what is not even HTTP; the policies stand on this too. */
function badRequest(isTls: boolean): string {
  const body = '{"error":{"kind":"malformed"}}'
  const headers = {
    ...securityHeaders(undefined, isTls),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(body.length),
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 400 Bad Request\r\n${lines.join('')}\r\n${body}`
}

function bind(server: Server, port: number, host: string | undefined): Promise<ListenFault | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ kind: 'port-taken', port })
      else if (error.code === 'EACCES') resolve({ kind: 'port-not-allowed', port })
      else reject(error)
    }
    server.once('error', onError)
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', onError)
      resolve(null)
    })
  })
}

const isAddress = (bound: string | AddressInfo | null): bound is AddressInfo =>
  typeof bound === 'object' && bound !== null

function drainer(server: Server): Listening['close'] {
  const sockets = new Set<Socket>()
  let isClosing = false
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.prependListener('request', (_request, response) => {
    if (isClosing) response.setHeader('Connection', 'close')
    // A connection that becomes idle after close() would otherwise be kept until its timeout.
    response.once('close', () => {
      if (isClosing) setImmediate(() => server.closeIdleConnections())
    })
  })
  return async (patienceMs) => {
    isClosing = true
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    const cut = setTimeout(() => {
      // Upgraded sockets are no longer the server's own to close.
      for (const socket of sockets) socket.destroy()
    }, patienceMs)
    await closed
    clearTimeout(cut)
  }
}
