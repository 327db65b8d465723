import { isFinalCode } from '../shared/protocol/close-code.ts'
import type { OpenLiveRoom } from './app/live-port.ts'
import type { DeliverLocked } from './app/locked-delivery.ts'
import type { NoteHub, NoteStore } from './app/note-ports.ts'
import type { Api, Clock, Random, Timers } from './app/ports.ts'
import type { SyncState } from './app/status.ts'
import type { Sync, SyncParts } from './app/sync-port.ts'
import type { FeedFault } from './app/take-feed.ts'
import { createFeedSync, type FeedState } from './sync/feed.ts'
import { createFileFetch, type FetchState } from './sync/files.ts'
import { createOpenLiveRoom } from './sync/live-room.ts'
import type { NetworkEvents } from './sync/network-events.ts'
import { createNews } from './sync/news.ts'
import { createNoteHub } from './sync/notes.ts'
import { createOutboxSync } from './sync/outbox.ts'
import { uploadFile } from './sync/upload.ts'

/** What the wires need of the browser. */
export type Browser = {
  api: Api
  WebSocket: typeof WebSocket
  /** `wss://host/rooms`. */
  socketUrl: string
  clock: Clock
  timers: Timers
  random: Random
  network: NetworkEvents
  isOnline(): boolean
  isVisible(): boolean
}

export function createSync(browser: Browser, parts: SyncParts): Sync {
  const { api, clock, timers, random } = browser
  const { device } = parts.identity
  const listeners = new Set<() => void>()
  let feedState: FeedState<FeedFault> | null = null
  let fileState: FetchState | null = null
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  const files = createFileFetch({
    api,
    store: parts.tablet.files,
    wanted: parts.planFetch,
    timers,
    random,
    onProgress: (state) => {
      const isNew = state.phase !== fileState?.phase || state.have !== fileState.have
      fileState = state
      if (isNew) parts.onFiles()
      if (state.phase === 'storage-full') parts.onFull()
      tell()
    },
  })
  const feed = createFeedSync<FeedFault>({
    api,
    cursor: async () => parts.cursor(),
    takePage: parts.takePage,
    isVisible: browser.isVisible,
    clock,
    timers,
    random,
    onState: (state) => {
      const wasOut = feedState?.phase === 'signed-out'
      feedState = state
      if (state.phase === 'signed-out' && !wasOut) parts.onSignedOut()
      tell()
    },
  })
  const socket = {
    device,
    serverUrl: browser.socketUrl,
    WebSocket: browser.WebSocket,
    random,
    timers,
    network: browser.network,
  }
  const outbox = createOutboxSync({
    ...socket,
    store: parts.outbox,
    api,
    takeOutcomes: parts.takeOutcomes,
    onStored: () => feed.kick(),
  })
  let isLineUp = false
  const news = createNews({
    ...socket,
    onNews: () => feed.kick(),
    onConnected: () => {
      isLineUp = true
      feed.kick()
    },
    // The next minute's pull would come too late to say "offline", or that nobody is signed in.
    onEnded: (code) => {
      if (isLineUp || isFinalCode(code)) feed.kick()
      isLineUp = false
    },
  })
  let forgetNetwork = () => {}

  return {
    start: () => {
      forgetNetwork = browser.network.subscribe(() => {
        feed.kick()
        tell()
      })
      feed.start()
      outbox.start()
      news.start()
      files.start()
    },
    stop: () => {
      forgetNetwork()
      feed.stop()
      outbox.stop()
      news.stop()
      files.pause()
    },
    kickOutbox: () => outbox.kick(),
    kickFeed: () => {
      outbox.wake()
      news.wake()
      feed.kick()
    },
    kickFiles: () => files.kick(),
    upload: (request) => uploadFile({ ...request, api, timers, random }),
    state: (): SyncState => ({
      feed: feedState?.phase ?? 'idle',
      lastOkAt: feedState?.lastOkAt ?? null,
      hasNetwork: browser.isOnline(),
      files: filesOf(fileState),
    }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function filesOf(state: FetchState | null): SyncState['files'] {
  if (state?.phase === 'fetching') return { kind: 'fetching', have: state.have, total: state.total }
  return state?.phase === 'storage-full' ? { kind: 'storage-full' } : { kind: 'idle' }
}

/** A locked tablet still delivers: sealed envelopes alone. */
export function deliverLocked(
  browser: Browser,
  { identity, store, takeOutcomes }: Parameters<DeliverLocked>[0],
): { stop(): void } {
  const outbox = createOutboxSync({
    device: identity.device,
    serverUrl: browser.socketUrl,
    WebSocket: browser.WebSocket,
    store,
    api: browser.api,
    takeOutcomes,
    random: browser.random,
    timers: browser.timers,
    network: browser.network,
  })
  outbox.start()
  return { stop: () => outbox.stop() }
}

/** Notes go their own way: whole documents that merge, not acts. */
export const createNotes = (browser: Browser, store: NoteStore): NoteHub =>
  createNoteHub({ ...browser, serverUrl: browser.socketUrl, store })

/** Who presents and who follows, while an item is discussed: presence alone. */
export const openLiveRooms = (browser: Browser): OpenLiveRoom =>
  createOpenLiveRoom({ ...browser, serverUrl: browser.socketUrl })

/** Safari has no idle callback: a short rest there. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 })
    else setTimeout(resolve, 50)
  })
