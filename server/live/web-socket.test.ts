import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { LiveLimits } from './limits.ts'
import { createLiveServer, type LiveServer } from './live-server.ts'
import { createMemoryRoomStore } from './testing/memory-room-store.ts'
import { createQueryGate } from './testing/query-gate.ts'
import { attachWebSockets } from './web-socket.ts'

const room = 'notes/an/doc'
const systemTimers = {
  after(delayMs: number, task: () => void) {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

interface Running {
  live: LiveServer
  http: Server
  origin: string
  port: number
}

const running: Running[] = []
const providers: WebsocketProvider[] = []
const sockets: WebSocket[] = []

async function start(
  store = createMemoryRoomStore(),
  limits: Partial<LiveLimits> = {},
  port = 0,
): Promise<Running> {
  const gate = createQueryGate()
  const clock = { now: () => performance.now() }
  const live = createLiveServer({
    gate,
    store,
    intake: store,
    clock,
    timers: systemTimers,
    log: () => {},
    limits,
  })
  const http = createServer()
  attachWebSockets(http, live, {
    path: '/rooms/',
    allowOrigin: (origin) => origin === null || origin === 'https://ok.example',
    addressOf: (request) => request.socket.remoteAddress ?? '',
    payloadBytes: 100_000,
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = http.address()
  const actual = address !== null && typeof address === 'object' ? address.port : 0
  const one = { live, http, port: actual, origin: `ws://127.0.0.1:${actual}` }
  running.push(one)
  return one
}

function provide(server: Running, name: string, doc = new Y.Doc(), person = 'an'): WebsocketProvider {
  const provider = new WebsocketProvider(`${server.origin}/rooms`, name, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { person },
    maxBackoffTime: 100,
  })
  provider.messageHandlers[100] = () => {}
  providers.push(provider)
  return provider
}

function open(server: Running, path: string, origin?: string): WebSocket {
  const socket = new WebSocket(`${server.origin}${path}`, origin === undefined ? {} : { origin })
  socket.on('error', () => {})
  sockets.push(socket)
  return socket
}

const once = <T>(register: (resolve: (value: T) => void) => void) => new Promise<T>(register)
const synced = (provider: WebsocketProvider) =>
  once<void>((resolve) => (provider.synced ? resolve() : provider.on('sync', (is) => is && resolve())))
const ended = (socket: WebSocket) => once<number>((resolve) => socket.on('close', (code) => resolve(code)))
const changed = (doc: Y.Doc, holds: () => boolean) =>
  once<void>((resolve) => (holds() ? resolve() : doc.on('update', () => holds() && resolve())))

afterEach(async () => {
  for (const provider of providers.splice(0)) {
    provider.destroy()
    provider.awareness.destroy()
  }
  for (const socket of sockets.splice(0)) socket.terminate()
  for (const server of running.splice(0)) {
    await server.live.stop()
    server.http.close()
  }
})

describe('rooms over real sockets', () => {
  it('[O2] two stock y-websocket clients see each other, whatever messages of our own they do not know', async () => {
    const server = await start()
    const writer = provide(server, room)
    const reader = provide(server, room)
    await Promise.all([synced(writer), synced(reader)])
    writer.doc.getText('t').insert(0, 'Tờ trình')
    await changed(reader.doc, () => reader.doc.getText('t').toString() === 'Tờ trình')
    reader.doc.getText('t').insert(0, 'Về ')
    await changed(writer.doc, () => writer.doc.getText('t').toString() === 'Về Tờ trình')
  })

  it('[O2] a stock client goes on by itself after a restart, and what it wrote meanwhile arrives', async () => {
    const store = createMemoryRoomStore()
    const first = await start(store)
    const writer = provide(first, room)
    await synced(writer)
    writer.doc.getMap('m').set('before', 1)
    const gone = once<void>((resolve) =>
      writer.on('status', ({ status }) => status === 'disconnected' && resolve()),
    )
    await first.live.stop()
    first.http.close()
    await gone
    writer.doc.getMap('m').set('offline', 2)
    const second = await start(store, {}, first.port)
    await synced(writer)
    const reader = provide(second, room)
    await changed(reader.doc, () => reader.doc.getMap('m').size === 2)
    expect(reader.doc.getMap('m').toJSON()).toEqual({ before: 1, offline: 2 })
  })

  it('[O3] presence reaches the others with the person the gate knows, and ends with the socket', async () => {
    const server = await start()
    const one = provide(server, 'live/m1/a')
    const other = provide(server, 'live/m1/a', new Y.Doc(), 'binh')
    await Promise.all([synced(one), synced(other)])
    const states = () => other.awareness.getStates().get(one.doc.clientID)
    const seen = once<void>((resolve) =>
      other.awareness.on('change', () => states()?.['page'] === 3 && resolve()),
    )
    one.awareness.setLocalState({ page: 3, person: 'somebody else' })
    await seen
    expect(states()).toEqual({ page: 3, person: 'an', device: 'tablet' })
    const left = once<void>((resolve) =>
      other.awareness.on('change', () => states() === undefined && resolve()),
    )
    one.ws?.close()
    one.shouldConnect = false
    await left
  })

  it('[O3] a stock client that may not enter is told so for good, and does not try again', async () => {
    const server = await start()
    const provider = provide(server, 'foreign/room')
    const closed = await once<{ code: number }>((resolve) => provider.on('closed', resolve))
    expect([closed.code, provider.shouldConnect]).toEqual([4403, false])
  })

  it('[O3] another site’s page opens no socket; the own one and a client that is no browser do', async () => {
    const server = await start()
    const path = `/rooms/${room}?person=an`
    const status = (origin: string | undefined) =>
      once<number>((resolve) => {
        const socket = open(server, path, origin)
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
        socket.on('open', () => resolve(101))
      })
    expect([
      await status('https://evil.example'),
      await status('https://ok.example'),
      await status(undefined),
    ]).toEqual([403, 101, 101])
  })

  it.each([
    ['/elsewhere', 404],
    ['/rooms/%E0%A4%A', 404],
  ])('[O6] an upgrade of %s is answered with %i', async (path, expected) => {
    const server = await start()
    const status = await once<number>((resolve) =>
      open(server, path).on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0)),
    )
    expect(status).toBe(expected)
  })

  it('[O6] text, rubbish, a broken frame and one beyond all limits end that socket only', async () => {
    const server = await start()
    const honest = provide(server, room)
    await synced(honest)
    const attack = async (act: (socket: WebSocket) => void) => {
      const socket = open(server, `/rooms/${room}?person=an`)
      socket.on('open', () => act(socket))
      return ended(socket)
    }
    expect(await attack((socket) => socket.send('text'))).toBe(4422)
    expect(await attack((socket) => socket.send(new Uint8Array([9, 9])))).toBe(4422)
    expect(await attack((socket) => socket.send(new Uint8Array(200_000)))).toBe(1009)
    const raw = attack((socket) => {
      const { _socket } = socket as unknown as { _socket: { write(bytes: Uint8Array): void } }
      _socket.write(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff]))
    })
    expect(await raw).toBe(1002)
    honest.doc.getText('t').insert(0, 'still here')
    const reader = provide(server, room)
    await changed(reader.doc, () => reader.doc.getText('t').toString() === 'still here')
  })

  it('[O6] who does not read is cut, and memory stays bounded', async () => {
    const server = await start(createMemoryRoomStore(), {
      bufferedBytes: 200_000,
      framesPerSecond: 1e6,
      frameBurst: 1e6,
    })
    const writer = provide(server, room)
    await synced(writer)
    const slow = open(server, `/rooms/${room}?person=an`)
    await once<void>((resolve) => slow.on('open', () => resolve()))
    slow.pause()
    const over = once<void>((resolve) => {
      const push = () => {
        if (server.live.counts().sockets === 1) return resolve()
        writer.doc.getMap('m').set('k', 'x'.repeat(50_000))
        setImmediate(push)
      }
      push()
    })
    await over
    slow.resume()
    expect(await ended(slow)).toBe(4508)
    expect(writer.wsconnected).toBe(true)
  })
})
