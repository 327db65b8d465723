import * as decoding from 'lib0/decoding'
import type { DeviceId } from '../../shared/domain/id.ts'
import { secondMs } from '../../shared/lib/time.ts'
import { newsMessage, newsRoom } from '../../shared/protocol/room.ts'
import type { Random, Timers } from '../app/ports.ts'
import type { NetworkEvents } from './network-events.ts'
import { createRedial } from './redial.ts'

/** Listens for "there is news up to this ledger number"; what the news is, the feed tells. It never says anything itself. */
export type News = {
  start(): void
  stop(): void
  /** Whoever was turned away may be let in now: signed in, enrolled. */
  wake(): void
}

type NewsParts = {
  device: DeviceId
  /** Rooms are addressed as `{serverUrl}/{room}`; `ws:` or `wss:`. */
  serverUrl: string
  WebSocket: typeof WebSocket
  random: Random
  timers: Timers
  network: NetworkEvents
  onNews(ledgerNumber: number): void
  /** The server has let this device in: whatever happened before was not told. */
  onConnected(): void
  /** `null`: the line went silent, or this side hung up. */
  onEnded?(code: number | null): void
}

/** The server gives a sign of life every 20 s. */
const silenceMs = 45 * secondMs

export function createNews(parts: NewsParts): News {
  const { timers, network, onNews, onConnected, onEnded = () => {} } = parts
  let socket: WebSocket | null = null
  let isHeard = false
  let cancelSilence = () => {}
  let unsubscribe: (() => void) | null = null
  const redial = createRedial({ timers, random: parts.random, dial })

  function dial(): void {
    if (socket) return
    const line = new parts.WebSocket(`${parts.serverUrl}/${newsRoom(parts.device)}`)
    line.binaryType = 'arraybuffer'
    socket = line
    listenOn()
    line.onmessage = ({ data }) => hear(data)
    line.onclose = ({ code }) => end(code)
  }

  function listenOn(): void {
    cancelSilence()
    cancelSilence = timers.after(silenceMs, () => end(null))
  }

  function hear(data: unknown): void {
    listenOn()
    if (!isHeard) {
      // The first word comes once the server has let this device in: pokes before it were not for this line.
      isHeard = true
      redial.worked()
      onConnected()
    }
    const number = data instanceof ArrayBuffer ? newsIn(data) : null
    if (number !== null) onNews(number)
  }

  /** At once and without waiting for a closing handshake, which a dead line never gives. */
  function drop(): void {
    cancelSilence()
    isHeard = false
    if (!socket) return
    socket.onmessage = null
    socket.onclose = null
    // Closing while still connecting is an error event, which would be uncaught in some runtimes.
    socket.onerror = () => {}
    socket.close()
    socket = null
  }

  function end(code: number | null): void {
    drop()
    redial.ended(code)
    onEnded(code)
  }

  function wake(): void {
    if (unsubscribe && !isHeard) {
      drop()
      redial.now()
    }
  }

  return {
    start() {
      unsubscribe ??= network.subscribe((isOnline) => {
        if (isOnline) wake()
        else if (socket) end(null)
      })
      if (!socket) redial.now()
    },
    stop() {
      unsubscribe?.()
      unsubscribe = null
      redial.cancel()
      drop()
    },
    wake,
  }
}

function newsIn(data: ArrayBuffer): number | null {
  try {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    return decoding.readVarUint(decoder) === newsMessage ? decoding.readVarUint(decoder) : null
  } catch {
    return null
  }
}
