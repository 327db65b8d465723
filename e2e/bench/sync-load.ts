/**
 * The clients of one run, in a process of their own.
 * Usage: node sync-load.ts (write|read) (y-websocket|hocuspocus) URL ROOMS UPDATES BYTES
 * `write`: a writer and a reader in each room; prints {"elapsedMs"} when every reader has everything.
 * `read`: a fresh client in each room; prints {"updates"}: how many are there after the first synchronisation.
 */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { requirePeer } from './sync-peers.ts'

interface Client {
  doc: Y.Doc
  synced: Promise<void>
  /** Sends an update as the provider does when its document has changed. */
  send(update: Uint8Array): void
}

const [task = '', protocol = '', url = '', ...counts] = process.argv.slice(2)
const [rooms = 0, updates = 0, bytes = 0] = counts.map(Number)

function joinHocuspocus(room: string): Client {
  const { HocuspocusProvider, HocuspocusProviderWebsocket } = requirePeer('@hocuspocus/provider')
  // Its provider must meet documents of its own copy of Yjs.
  const doc: Y.Doc = new (requirePeer('yjs').Doc)()
  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
  const provider = new HocuspocusProvider({ websocketProvider, name: room, document: doc })
  const synced = new Promise<void>((resolve) => provider.on('synced', resolve))
  provider.attach()
  return { doc, synced, send: (update) => provider.documentUpdateHandler(update, null) }
}

function joinYWebsocket(room: string): Client {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, room, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  // What our own client reads, a stock one only remarks on.
  provider.messageHandlers[100] = () => {}
  const synced = new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
  return { doc, synced, send: (update) => provider._updateHandler(update, null) }
}

const roomNames = Array.from({ length: rooms }, (_, index) => `notes/bench/room${index}`)
const clients = () => roomNames.map(protocol === 'hocuspocus' ? joinHocuspocus : joinYWebsocket)
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
const say = (facts: object) => console.log(JSON.stringify(facts))

const listOf = (doc: Y.Doc): Y.Array<string> => doc.getArray('list')

/** A writer's work, done beforehand: what is measured is the way, not the pen. */
function updatesOfOneWriter(): Uint8Array[] {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (let n = 0; n < updates; n++) listOf(doc).push([`${n}`.padEnd(bytes, '.')])
  return made
}

const arrival = ({ doc }: Client) =>
  new Promise<void>((resolve) => {
    const list = listOf(doc)
    doc.on('update', () => list.length >= updates && resolve())
  })

async function write(): Promise<void> {
  const readers = clients()
  const writers = clients()
  await Promise.all([...readers, ...writers].map((client) => client.synced))
  const arrivals = readers.map(arrival)
  const work = writers.map((writer) => ({ writer, made: updatesOfOneWriter() }))
  say({ connected: true })
  const startedAt = performance.now()
  for (let n = 0; n < updates; n++) {
    for (const { writer, made } of work) writer.send(made[n] ?? new Uint8Array())
    await nextTurn()
  }
  await Promise.all(arrivals)
  say({ elapsedMs: performance.now() - startedAt })
}

async function readAll(): Promise<void> {
  const readers = clients()
  await Promise.all(readers.map((client) => client.synced))
  say({ updates: readers.reduce((sum, { doc }) => sum + listOf(doc).length, 0) })
}

await (task === 'read' ? readAll() : write())
