import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { LiveState, liveRoom } from '../../shared/protocol/room.ts'
import type { LiveRoom, OpenLiveRoom, ShownPage } from '../app/live-port.ts'
import type { Random, Timers } from '../app/ports.ts'
import { uint32 } from './backoff.ts'
import type { NetworkEvents } from './network-events.ts'
import { createRedial } from './redial.ts'

type LiveParts = {
  /** Rooms are addressed as `{serverUrl}/{room}`; `ws:` or `wss:`. */
  serverUrl: string
  WebSocket: typeof WebSocket
  random: Random
  timers: Timers
  network: NetworkEvents
}

/** Presence alone: the document of the room stays empty. */
export const createOpenLiveRoom =
  (parts: LiveParts): OpenLiveRoom =>
  (meeting, item): LiveRoom => {
    const listeners = new Set<() => void>()
    const doc = new Y.Doc()
    doc.clientID = uint32(parts.random)
    let isClosed = false
    let shows: ShownPage | null = null
    const provider = new WebsocketProvider(parts.serverUrl, liveRoom(meeting, item), doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: parts.WebSocket,
      shouldReconnect: () => false,
    })
    const { awareness } = provider
    awareness.setLocalState(null)
    const redial = createRedial({ ...parts, dial: () => provider.connect() })
    const tell = () => {
      for (const listener of [...listeners]) listener()
    }
    const ended = (code: number | null) => {
      if (isClosed) return
      redial.ended(code)
      tell()
    }
    awareness.on('change', tell)
    // The server answers in a room only whom it has let in.
    provider.on('sync', (isSynced) => {
      if (isSynced) redial.worked()
      tell()
    })
    provider.on('closed', ({ code }) => ended(code))
    provider.on('connection-close', (event) => {
      if (event !== null || isClosed) return
      provider.shouldConnect = false
      ended(null)
    })
    const forgetNetwork = parts.network.subscribe((isOnline) => {
      if (isOnline && !provider.synced) redial.now()
    })
    redial.now()

    return {
      show: (page) => {
        if (page?.file === shows?.file && page?.page === shows?.page) return
        shows = page
        awareness.setLocalState(page && { page })
      },
      shown: () =>
        provider.synced
          ? [...awareness.getStates()].flatMap(([client, state]) => {
              const parsed = client === doc.clientID ? null : LiveState.safeParse(state)
              return parsed?.success
                ? [{ person: parsed.data.person, device: parsed.data.device, ...parsed.data.page }]
                : []
            })
          : [],
      isUp: () => provider.synced,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => {
        isClosed = true
        listeners.clear()
        forgetNetwork()
        redial.cancel()
        provider.destroy()
        doc.destroy()
      },
    }
  }
