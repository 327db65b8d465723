import type { Connection, Peer } from '../../server/live/connection.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Dice } from './dice.ts'
import type { ServerHost } from './server-host.ts'
import type { VirtualTime } from './virtual-time.ts'

export type LinkParts = {
  time: VirtualTime
  dice: Dice
  address: string
  /** A server that would take the next connection; null where none runs. */
  server(): ServerHost | null
  onDial(room: string): void
  /** What a server has answered to acts, at the moment in which it leaves. */
  onActsReply(body: Bytes): void
}

/** A socket as a browser has it, onto the real room server of whichever process takes it. */
export type LinkSocket = {
  /** @param isTold whether this side notices; the other always does, later. */
  cut(isTold: boolean): void
  muffle(): void
  closeFromServer(code: number): void
  /** The tab is gone. */
  abandon(): void
  isOf(host: ServerHost): boolean
  isMadeBy(made: unknown): boolean
}

/** To be given as `socketUrl`. */
export const socketUrl = 'ws://office.example/rooms'

type SocketParts = LinkParts & {
  sockets: Set<LinkSocket>
  isAlive(): boolean
  isUp(): boolean
  cookies(): ReadonlyMap<string, string>
}

export function createSocketClass(parts: SocketParts): typeof WebSocket {
  const { time, dice, sockets } = parts

  class Socket implements LinkSocket {
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    readyState = 0
    binaryType = 'arraybuffer'
    onopen: ((event: object) => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: ((event: object) => void) | null = null
    #peer: Peer | null = null
    #host: ServerHost | null = null
    #isWhole = true
    /** Hours before which nothing more may arrive, up and down: bytes keep their order. */
    #upAt = 0
    #downAt = 0

    constructor(address: string) {
      time.after(dice.between(2, 25), () => this.#open(address.slice(socketUrl.length + 1)))
    }

    #open(room: string): void {
      if (this.readyState !== this.CONNECTING || !parts.isAlive()) return
      const host = parts.isUp() ? parts.server() : null
      if (!host) {
        this.#end(1006)
        return
      }
      parts.onDial(room)
      this.readyState = this.OPEN
      sockets.add(this)
      this.#host = host
      const connection: Connection = {
        send: (frame) => {
          const { buffer } = frame.slice()
          this.#down(() => this.onmessage?.({ data: buffer }))
        },
        close: (code) => this.#down(() => this.#end(code)),
        drop: () => this.#down(() => this.#end(1006)),
        ping: () => this.#down(() => this.#up(() => this.#peer?.pong())),
        bufferedBytes: () => 0,
      }
      const cookie = [...parts.cookies()].map(([name, value]) => `${name}=${value}`).join('; ')
      const request = { address: parts.address, cookie: cookie === '' ? null : cookie, query: '' }
      this.#peer = host.live.connect(room, request, connection)
      this.onopen?.({})
    }

    #down(happen: () => void): void {
      this.#downAt = Math.max(this.#downAt, time.now() + dice.between(1, 20))
      time.after(this.#downAt - time.now(), () => {
        if (this.#isWhole && this.readyState === this.OPEN && parts.isAlive()) happen()
      })
    }

    #up(happen: () => void): void {
      this.#upAt = Math.max(this.#upAt, time.now() + dice.between(1, 20))
      time.after(this.#upAt - time.now(), () => {
        if (this.#isWhole && this.#host?.isAlive()) happen()
      })
    }

    send(data: Uint8Array): void {
      const frame = data.slice()
      if (this.readyState === this.OPEN) this.#up(() => this.#peer?.receive(frame))
    }

    close(): void {
      if (this.readyState === this.CLOSED) return
      // What was sent before still goes out.
      this.#up(() => this.#peer?.closed())
      this.readyState = this.CLOSED
      sockets.delete(this)
      const { onclose } = this
      time.after(1, () => onclose?.({ code: 1005, reason: '' }))
    }

    #end(code: number): void {
      if (this.readyState === this.CLOSED) return
      this.readyState = this.CLOSED
      sockets.delete(this)
      this.#peer?.closed()
      if (parts.isAlive()) this.onclose?.({ code, reason: '' })
    }

    #forgetPeer(): void {
      this.#isWhole = false
      const peer = this.#peer
      const host = this.#host
      time.after(dice.between(5, 3000), () => {
        if (host?.isAlive()) peer?.closed()
      })
    }

    cut(isTold: boolean): void {
      this.#forgetPeer()
      sockets.delete(this)
      if (!isTold || this.readyState === this.CLOSED) return
      this.readyState = this.CLOSED
      if (parts.isAlive()) this.onclose?.({ code: 1006, reason: '' })
    }

    muffle(): void {
      this.#isWhole = false
    }

    closeFromServer(code: number): void {
      this.#end(code)
    }

    abandon(): void {
      this.#forgetPeer()
      this.readyState = this.CLOSED
      sockets.delete(this)
    }

    isOf(host: ServerHost): boolean {
      return this.#host === host
    }

    isMadeBy(made: unknown): boolean {
      return made === Socket
    }
  }
  return Socket as unknown as typeof WebSocket
}
