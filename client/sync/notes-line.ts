import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { storedMessage } from '../../shared/protocol/room.ts'

/** The socket of one open room. It says when both sides have the same, and all of it on disk. */
export type NotesLine = {
  dial(): void
  hangUp(): void
  leave(): void
}

type NotesLineParts = {
  room: string
  doc: Y.Doc
  /** Who only reads is not asked for a state, and nothing of theirs is acknowledged. */
  isWritable: boolean
  serverUrl: string
  WebSocket: typeof WebSocket
  onSynced(): void
  /** Something of this side is not yet on the server's disk. */
  onSending(): void
  /** `null`: this side hung up, or heard nothing for too long. */
  onEnded(code: number | null): void
}

const syncMessage = 0

export function openNotesLine(parts: NotesLineParts): NotesLine {
  const { doc, onSynced, onSending, onEnded } = parts
  let hasLeft = false
  /** Update messages of the present socket, and how many of them the server has on disk. */
  let sent = 0
  let kept = 0
  const provider = new WebsocketProvider(parts.serverUrl, parts.room, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: parts.WebSocket,
    shouldReconnect: () => false,
  })
  provider.awareness.setLocalState(null)

  const judge = () => {
    if (hasLeft || !provider.synced) return
    if (!parts.isWritable || (sent > 0 && kept === sent)) onSynced()
  }
  const readSync = provider.messageHandlers[syncMessage]
  provider.messageHandlers[syncMessage] = (encoder, decoder, ...rest) => {
    const asksForState = decoding.peekVarUint(decoder) === 0
    readSync?.(encoder, decoder, ...rest)
    // The answer to "what have you?" is an update message, even where it is empty.
    if (asksForState) sent++
    judge()
  }
  provider.messageHandlers[storedMessage] = (_encoder, decoder) => {
    kept = decoding.readVarUint(decoder)
    judge()
  }
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || !provider.wsconnected) return
    sent++
    onSending()
  }
  doc.on('update', onUpdate)
  provider.on('status', ({ status }) => {
    if (status !== 'connected') return
    sent = 0
    kept = 0
  })
  provider.on('closed', ({ code }) => {
    if (!hasLeft) onEnded(code)
  })
  provider.on('connection-close', (event) => {
    if (event !== null || hasLeft) return
    provider.shouldConnect = false
    onEnded(null)
  })

  return {
    dial: () => provider.connect(),
    hangUp: () => provider.disconnect(),
    leave() {
      hasLeft = true
      doc.off('update', onUpdate)
      provider.destroy()
    },
  }
}
