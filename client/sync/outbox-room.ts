import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ActId, DeviceId } from '../../shared/domain/id.ts'
import { type Bytes, hex } from '../../shared/lib/bytes.ts'
import { outboxMapName, outboxRoom, storedMessage } from '../../shared/protocol/room.ts'
import type { Random } from '../app/ports.ts'
import { uint32 } from './backoff.ts'

export type SealedAct = { id: ActId; sealed: Bytes }

/** One Y.Doc with its socket: transport only, thrown away and rebuilt at any time. */
export type OutboxRoom = {
  /** Makes the document hold exactly these; what is new goes out when there is a line. */
  hold(acts: readonly SealedAct[]): void
  dial(): void
  /** Ends the line; `onEnded` is told. */
  hangUp(): void
  /** Ends all; nothing is told any more. */
  leave(): void
}

type OutboxRoomParts = {
  device: DeviceId
  /** Rooms are addressed as `{serverUrl}/{room}`; `ws:` or `wss:`. */
  serverUrl: string
  WebSocket: typeof WebSocket
  random: Random
  /** So many updates of this line are on the server's disk: the first word that shows that the line really works. */
  onStored(count: number): void
  /** The line has ended by this close code; `null` where this side hung up or heard nothing for too long. */
  onEnded(code: number | null): void
}

/** Dialling again is the caller's: the provider's own way has no dice in it, and thousands would come back at once. */
export function openOutboxRoom(parts: OutboxRoomParts): OutboxRoom {
  const { random, onStored, onEnded } = parts
  const doc = new Y.Doc()
  doc.clientID = uint32(random)
  const acts = doc.getMap<Bytes>(outboxMapName)
  let hasLeft = false
  const provider = new WebsocketProvider(parts.serverUrl, outboxRoom(parts.device, hex(random(16))), doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: parts.WebSocket,
    shouldReconnect: () => false,
  })
  provider.awareness.setLocalState(null)
  provider.messageHandlers[storedMessage] = (_encoder, decoder) => onStored(decoding.readVarUint(decoder))
  provider.on('closed', ({ code }) => {
    if (!hasLeft) onEnded(code)
  })
  // Ended from this side, by its watchdog too; then it would dial again by itself.
  provider.on('connection-close', (event) => {
    if (event !== null || hasLeft) return
    provider.shouldConnect = false
    onEnded(null)
  })

  return {
    hold(wanted) {
      const wantedIds = new Set<string>(wanted.map(({ id }) => id))
      doc.transact(() => {
        for (const id of acts.keys()) if (!wantedIds.has(id)) acts.delete(id)
        for (const { id, sealed } of wanted) if (!acts.has(id)) acts.set(id, sealed)
      })
    },
    dial: () => provider.connect(),
    hangUp: () => provider.disconnect(),
    leave() {
      hasLeft = true
      provider.destroy()
      doc.destroy()
    },
  }
}
