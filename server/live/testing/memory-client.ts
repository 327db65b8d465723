import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Connection, Peer } from '../connection.ts'
import type { LiveServer } from '../live-server.ts'

/** A socket made of arrays: what came, how it ended. */
export interface MemorySocket extends Connection {
  readonly frames: Uint8Array[]
  closedWith: number | null
  dropped: boolean
  pings: number
  buffered: number
  onFrame: (frame: Uint8Array) => void
}

export function createMemorySocket(): MemorySocket {
  return {
    frames: [],
    closedWith: null,
    dropped: false,
    pings: 0,
    buffered: 0,
    onFrame: () => {},
    send(frame) {
      this.frames.push(frame)
      this.onFrame(frame)
    },
    close(code) {
      this.closedWith = code
    },
    drop() {
      this.dropped = true
    },
    ping() {
      this.pings++
    },
    bufferedBytes() {
      return this.buffered
    },
  }
}

export interface MemoryClient {
  readonly doc: Y.Doc
  readonly socket: MemorySocket
  readonly peer: Peer
  /** Last count of the `stored` message, 0 before the first. */
  readonly stored: number
  readonly sentUpdates: number
  leave(): void
}

export const requestOf = (query: string, address = '192.0.2.1') => ({ address, cookie: null, query })

/** A Yjs client that speaks y-websocket's messages to the server in the same process. */
export function joinRoom(live: LiveServer, room: string, query: string, doc = new Y.Doc()): MemoryClient {
  const socket = createMemorySocket()
  let stored = 0
  let sentUpdates = 0
  const peer = live.connect(room, requestOf(query), socket)

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === socket) return
    sentUpdates++
    peer.receive(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0)
        syncProtocol.writeUpdate(encoder, update)
      }),
    )
  }
  doc.on('update', onUpdate)
  socket.onFrame = (frame) => {
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    if (kind === 100) stored = decoding.readVarUint(decoder)
    if (kind !== 0) return
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, 0)
    syncProtocol.readSyncMessage(decoder, answer, doc, socket)
    if (encoding.length(answer) === 1) return
    sentUpdates++
    peer.receive(encoding.toUint8Array(answer))
  }
  peer.receive(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0)
      syncProtocol.writeSyncStep1(encoder, doc)
    }),
  )
  return {
    doc,
    socket,
    peer,
    get stored() {
      return stored
    },
    get sentUpdates() {
      return sentUpdates
    },
    leave() {
      doc.off('update', onUpdate)
      peer.closed()
    },
  }
}
