import type { ExchangeParts } from '../../client/sync/exchange.ts'
import { createNetworkSwitch } from '../../client/sync/testing/network-switch.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { DoorReply } from './http-door.ts'
import { createSocketClass, type LinkParts, type LinkSocket } from './link-socket.ts'
import type { ServerHost } from './server-host.ts'

/**
 * One browser's way to the Office, with its cookies. It fails only as a network can: a request is lost before or after it
 * was handled, comes twice, overtakes another; within a socket bytes keep their order and a cut loses the tail.
 */
export type Link = ReturnType<typeof createLink>

export type Weather = {
  /** Shares of requests: lost on either way, handled twice, late by seconds. */
  loss: number
  repeat: number
  late: number
}

export const calm: Weather = { loss: 0, repeat: 0, late: 0 }
export const storm: Weather = { loss: 0.15, repeat: 0.1, late: 0.2 }

export type LinkState = 'up' | 'down' | 'hanging'

const lost = () => new TypeError('the network is away')
const never = () => new Promise<never>(() => {})

export function createLink(parts: LinkParts) {
  const { time, dice } = parts
  const network = createNetworkSwitch()
  const jar = new Map<string, string>()
  const sockets = new Set<LinkSocket>()
  let state: LinkState = 'up'
  let weather = calm
  /** What somebody in between makes of replies to acts: a false server, which no receipt can come from. */
  let forge: ((body: Bytes) => Bytes) | null = null
  /** A proxy that knows no sockets. */
  let isBlocked = false
  /** What has begun before may not disturb it any more. */
  let isPeace = false

  const delayMs = () => (dice.chance(weather.late) ? dice.between(500, 8000) : dice.between(3, 30))
  const wait = () => new Promise<void>((resolve) => time.after(delayMs(), resolve))

  /** Where a whole way fails: at once, or so that only the asker's patience ends it. */
  async function failing(): Promise<never> {
    if (state === 'hanging' || dice.chance(0.5)) return await never()
    await wait()
    throw lost()
  }

  async function ask(url: string, init: RequestInit): Promise<DoorReply> {
    const host = parts.server()
    if (!host) return await failing()
    const { body = null } = init
    const request = {
      method: init.method ?? 'GET',
      url,
      cookie: jar.size === 0 ? null : [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      headers: new Map(Object.entries(init.headers ?? {})),
      body: body instanceof Uint8Array ? Uint8Array.from(body) : null,
      address: parts.address,
    }
    if (dice.chance(weather.repeat)) {
      const again = delayMs() + delayMs()
      time.after(again, () => {
        if (host.isAlive()) void host.door(request)
      })
    }
    return await Promise.race([host.door(request), host.died.then(() => Promise.reject(lost()))])
  }

  async function exchange(url: string, init: RequestInit): Promise<DoorReply> {
    if (state !== 'up') return await failing()
    await wait()
    if (state !== 'up' || dice.chance(weather.loss)) return await failing()
    const reply = await ask(url, init)
    if (url === '/api/acts') parts.onActsReply(reply.body)
    await wait()
    if (state !== 'up' || dice.chance(weather.loss)) return await failing()
    for (const line of reply.setCookies) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return url === '/api/acts' && forge ? { ...reply, body: forge(reply.body) } : reply
  }

  function fetchFor(isAlive: () => boolean): ExchangeParts['fetch'] {
    return async (url, init) => {
      const reply = await exchange(url, init).catch(async (error: unknown) => {
        if (!isAlive()) return await never()
        throw error
      })
      if (!isAlive()) return await never()
      const cut = dice.chance(weather.loss / 3)
      const answer = {
        status: reply.status,
        headers: reply.headers,
        async arrayBuffer() {
          if (cut) throw lost()
          return reply.body.slice().buffer
        },
      }
      return answer as unknown as Response
    }
  }

  return {
    network,
    state: () => state,
    /** @param isTold whether the machine notices. */
    set(next: LinkState, isTold: boolean) {
      if (isPeace) return
      state = next
      if (next === 'down') for (const socket of [...sockets]) socket.cut(isTold)
      if (next === 'hanging') for (const socket of sockets) socket.muffle()
      if (isTold) network.set(next === 'up')
    },
    setWeather(next: Weather) {
      if (!isPeace) weather = next
    },
    setForge(next: typeof forge) {
      if (!isPeace) forge = next
    },
    blockSockets(next: boolean) {
      if (isPeace) return
      isBlocked = next
      if (next) for (const socket of [...sockets]) socket.cut(true)
    },
    /** From now on everything comes through; lines of before have ended, and the machine hears that it has a network. */
    makePeace() {
      isPeace = true
      isBlocked = false
      forge = null
      weather = calm
      state = 'up'
      for (const socket of [...sockets]) socket.cut(true)
      network.set(true)
    },
    /** Lines end without a word. */
    cut() {
      for (const socket of [...sockets]) socket.cut(true)
    },
    /** Lines stay, and nothing comes through any more. */
    muffle() {
      for (const socket of sockets) socket.muffle()
    },
    /** As a server does that means it. */
    closeAll(code: number) {
      for (const socket of [...sockets]) socket.closeFromServer(code)
    },
    /** A tab that is gone: the server hears of it later. */
    abandon(made: typeof WebSocket) {
      for (const socket of [...sockets]) if (socket.isMadeBy(made)) socket.abandon()
    },
    /** A process that ends lets its lines go. */
    leave(host: ServerHost) {
      for (const socket of [...sockets]) if (socket.isOf(host)) socket.cut(true)
    },
    clearCookies: () => jar.clear(),
    /** What one tab reaches the network with. */
    wires(isAlive: () => boolean) {
      return {
        fetch: fetchFor(isAlive),
        WebSocket: createSocketClass({
          ...parts,
          sockets,
          isAlive,
          isUp: () => state === 'up' && !isBlocked,
          cookies: () => jar,
        }),
      }
    },
  }
}
