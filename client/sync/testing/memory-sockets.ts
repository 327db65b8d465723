import type { Connection, Peer } from '../../../server/live/connection.ts'
import type { LiveServer } from '../../../server/live/live-server.ts'
import { requestOf } from '../../../server/live/testing/memory-client.ts'
import type { Timers } from '../../app/ports.ts'

/** Sockets to the real room server in the same process, on the timers given, with every misfortune at hand. */
export type MemorySockets = {
  WebSocket: typeof WebSocket
  /** To be given as `serverUrl`. */
  url: string
  /** Rooms asked for, in order. */
  dialled: string[]
  openCount(): number
  /** Lines end without a word; both sides notice. */
  cut(): void
  /** As a server does that means it. */
  closeAll(code: number): void
  /** Lines stay up, and nothing comes through any more, either way. */
  muffle(): void
  /** As if the server had said it. */
  say(data: ArrayBuffer | string): void
  /** `refused`: ends at once. `hanging`: never opens. */
  setMood(mood: 'open' | 'refused' | 'hanging'): void
}

const wireMs = 1

export function createMemorySockets(parts: {
  live: LiveServer
  timers: Timers
  /** Who asks, for `createQueryGate`. */
  query: string
}): MemorySockets {
  const { live, timers, query } = parts
  const url = 'ws://office.example/rooms'
  const dialled: string[] = []
  const open = new Set<MemorySocket>()
  let mood: 'open' | 'refused' | 'hanging' = 'open'

  class MemorySocket {
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    readyState = 0
    binaryType = 'arraybuffer'
    onopen: ((event: object) => void) | null = null
    onmessage: ((event: { data: ArrayBuffer | string }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: ((event: object) => void) | null = null
    isMuffled = false
    #peer: Peer | null = null

    constructor(address: string) {
      const room = address.slice(url.length + 1)
      dialled.push(room)
      if (mood === 'refused') timers.after(wireMs, () => this.end(1006))
      if (mood === 'open') timers.after(wireMs, () => this.#open(room))
    }

    #open(room: string): void {
      if (this.readyState !== this.CONNECTING) return
      this.readyState = this.OPEN
      open.add(this)
      const connection: Connection = {
        send: (frame) => this.#later(() => this.onmessage?.({ data: frame.slice().buffer })),
        close: (code) => this.#later(() => this.end(code)),
        drop: () => this.#later(() => this.end(1006)),
        ping: () => this.#later(() => this.#peer?.pong()),
        bufferedBytes: () => 0,
      }
      this.#peer = live.connect(room, requestOf(query), connection)
      this.onopen?.({})
    }

    #later(happen: () => void): void {
      timers.after(wireMs, () => {
        if (!this.isMuffled && this.readyState === this.OPEN) happen()
      })
    }

    send(data: Uint8Array): void {
      const frame = data.slice()
      this.#later(() => this.#peer?.receive(frame))
    }

    close(): void {
      if (this.readyState < this.CLOSING) this.end(1005)
    }

    end(code: number): void {
      if (this.readyState === this.CLOSED) return
      this.readyState = this.CLOSED
      open.delete(this)
      this.#peer?.closed()
      this.onclose?.({ code, reason: '' })
    }
  }

  return {
    WebSocket: MemorySocket as unknown as typeof WebSocket,
    url,
    dialled,
    openCount: () => open.size,
    cut() {
      for (const socket of [...open]) socket.end(1006)
    },
    closeAll(code) {
      for (const socket of [...open]) socket.end(code)
    },
    muffle() {
      for (const socket of open) socket.isMuffled = true
    },
    say(data) {
      for (const socket of [...open]) socket.onmessage?.({ data })
    },
    setMood(next) {
      mood = next
    },
  }
}
