/** Binds the rooms to `ws` on an HTTP server. Address of a room: `{path}{room name}?{query}`, as y-websocket builds it. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { RoomRequest } from '../app/room-port.ts'
import type { Connection, Peer } from './connection.ts'
import { defaultLimits } from './limits.ts'
import type { LiveServer } from './live-server.ts'

export interface WebSocketOptions {
  /** Begins and ends with a slash. */
  path: string
  /** Which web pages may open sockets. A client that is no browser sends no origin: null. */
  allowOrigin(origin: string | null, host: string | null): boolean
  /** Who is asking; differs behind a trusted proxy. */
  addressOf(request: IncomingMessage): string
  /** Of replies that refuse an upgrade. */
  refusalHeaders?: Readonly<Record<string, string>>
  payloadBytes?: number
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

function connectionOf(socket: WebSocket): Connection {
  return {
    send: (frame) => socket.send(frame),
    close: (code, reason) => socket.close(code, reason),
    drop: () => socket.terminate(),
    ping: () => socket.ping(),
    bufferedBytes: () => socket.bufferedAmount,
  }
}

function bind(socket: WebSocket, connect: (connection: Connection) => Peer): void {
  // Before anything else: without a listener a broken frame would end the process. `ws` closes the socket itself.
  socket.on('error', () => undefined)
  const peer = connect(connectionOf(socket))
  socket.on('message', (data, isBinary) => (isBinary ? peer.receive(bytesOf(data)) : peer.receiveText()))
  socket.on('pong', () => peer.pong())
  socket.on('close', () => peer.closed())
}

function refuse(socket: Duplex, status: string, headers: Readonly<Record<string, string>>): void {
  const lines = Object.entries({ ...headers, Connection: 'close', 'Content-Length': '0' })
  socket.end(`HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
}

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Takes the upgrades of `server` that lie under `path`, and refuses all others. @returns how to stop listening. */
export function attachWebSockets(server: Server, live: LiveServer, options: WebSocketOptions): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: options.payloadBytes ?? defaultLimits.payloadBytes,
  })

  const { refusalHeaders = {} } = options
  // Where somebody listens to this, `ws` leaves the answer to them; its own would lack the policies.
  sockets.on('wsClientError', (_error, socket) => refuse(socket, '400 Bad Request', refusalHeaders))

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const [path = '', query = ''] = (request.url ?? '').split('?', 2)
    const { origin, host, cookie } = request.headers
    const name = path.startsWith(options.path) ? decoded(path.slice(options.path.length)) : null
    if (name === null) refuse(socket, '404 Not Found', refusalHeaders)
    else if (!options.allowOrigin(origin ?? null, host ?? null))
      refuse(socket, '403 Forbidden', refusalHeaders)
    else {
      const asked: RoomRequest = { address: options.addressOf(request), cookie: cookie ?? null, query }
      sockets.handleUpgrade(request, socket, head, (accepted) =>
        bind(accepted, (connection) => live.connect(name, asked, connection)),
      )
    }
  }

  server.on('upgrade', onUpgrade)
  return () => {
    server.off('upgrade', onUpgrade)
  }
}
