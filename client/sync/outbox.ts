import type { ActId, DeviceId } from '../../shared/domain/id.ts'
import { minuteMs, secondMs } from '../../shared/lib/time.ts'
import type { ActOutcome, Rejection } from '../../shared/protocol/api.ts'
import { closeCode, isFinalCode } from '../../shared/protocol/close-code.ts'
import type { Api, NetworkFault, OutboxStore, Random, StoreFault, Timers } from '../app/ports.ts'
import { asStoreFault } from '../app/store-fault.ts'
import { type Backoff, backoffMs } from './backoff.ts'
import type { NetworkEvents } from './network-events.ts'
import { type OutboxRoom, openOutboxRoom, type SealedAct } from './outbox-room.ts'
import { createRedial } from './redial.ts'

/**
 * Brings waiting acts to the server, two ways: they lie in a Y.Doc of this device's own room, and what has not been settled
 * after a while goes by `POST /api/acts` too, for whatever reason (sockets blocked, room refused, turned away in silence).
 * Both may be repeated for ever, since an act is decided once (O2). Nothing here ends an act: only storage does, when a
 * verified receipt has settled it.
 */

export type OutboxTrouble =
  /** Closed by a code of shared/protocol/close-code.ts, or `null`: the line went silent. */
  | { kind: 'socket-closed'; code: number | null }
  /** What the room holds is more than the server reads: all goes by POST, and no socket is tried before `wake`. */
  | { kind: 'too-large-for-room' }
  | { kind: 'not-posted'; fault: NetworkFault }
  | { kind: 'not-read'; fault: StoreFault }

/** `connected`: the server has confirmed a write on the present socket. */
export type OutboxStatus = { connected: boolean; lastError: OutboxTrouble | null }

export type OutboxSync = {
  start(): void
  stop(): void
  /** The outbox has changed: something was added, or settled. */
  kick(): void
  /** Whoever was turned away may be let in now: signed in, enrolled. */
  wake(): void
  status(): OutboxStatus
}

type OutboxSyncParts = {
  device: DeviceId
  /** Rooms are addressed as `{serverUrl}/{room}`; `ws:` or `wss:`. */
  serverUrl: string
  WebSocket: typeof WebSocket
  store: Pick<OutboxStore, 'sealed'>
  api: Pick<Api, 'sendActs'>
  /** Verifies receipts and settles by them, marks what was rejected. Not called for acts that were not asked about. */
  takeOutcomes(outcomes: ActOutcome[]): Promise<void>
  random: Random
  timers: Timers
  network: NetworkEvents
  onStatus?(status: OutboxStatus): void
  /** The server has stored updates; receipts are on their way. */
  onStored?(): void
}

const dialMs = 20 * secondMs
/** How long an act may lie in the room without a receipt before it goes by POST; without a socket that is the only way. */
const patience: Backoff = { firstMs: 15 * secondMs, longestMs: 10 * minuteMs }
const patienceWithoutSocket: Backoff = { firstMs: 15 * secondMs, longestMs: minuteMs }
/** A frame of the room server takes 4 MiB, a request 8 MiB with a third more for base64. */
const loadBytes = 2 * 1024 * 1024
const loadActs = 50

/** Later the answer may be another; every other rejection is of the bytes themselves. */
const passing: ReadonlySet<Rejection> = new Set(['read-only', 'too-many-refused', 'unknown-device'])

export function createOutboxSync(parts: OutboxSyncParts): OutboxSync {
  const { store, api, random, timers, onStatus = () => {}, onStored = () => {} } = parts
  let status: OutboxStatus = { connected: false, lastError: null }
  /** Null while stopped; another object after each start. */
  let life: object | null = null
  let room: OutboxRoom | null = null
  let waiting: SealedAct[] = []
  const rejected = new Set<ActId>()
  let posts = 0
  let isPosting = false
  let isReading = false
  let readAgain = false
  let cancelDial = () => {}
  let cancelPost: (() => void) | null = null
  let unsubscribe = () => {}
  const redial = createRedial({ timers, random, dial })

  function show(next: Partial<OutboxStatus>): void {
    const before = status
    status = { ...status, ...next }
    if (before.connected !== status.connected || before.lastError !== status.lastError) onStatus(status)
  }

  function dial(): void {
    cancelDial()
    room ??= openOutboxRoom({ ...parts, onStored: worked, onEnded: ended })
    room.hold(firstLoad(waiting))
    cancelDial = timers.after(dialMs, () => room?.hangUp())
    room.dial()
  }

  function worked(): void {
    cancelDial()
    redial.worked()
    show({ connected: true, lastError: null })
    onStored()
  }

  function ended(code: number | null): void {
    cancelDial()
    const isTooLarge = code === closeCode.messageTooBig
    const trouble: OutboxTrouble = isTooLarge
      ? { kind: 'too-large-for-room' }
      : { kind: 'socket-closed', code }
    show({ connected: false, lastError: trouble })
    redial.ended(code)
    if (code === closeCode.malformed) {
      room?.leave()
      room = null
    } else if (isFinalCode(code)) postSoon(0)
  }

  async function read(): Promise<void> {
    const mine = life
    try {
      const acts = await store.sealed()
      if (mine !== life) return
      waiting = acts.filter(({ id }) => !rejected.has(id))
      if (status.lastError?.kind === 'not-read') show({ lastError: null })
    } catch (error) {
      const fault = asStoreFault(error)
      if (!fault) throw error
      if (mine === life) show({ lastError: { kind: 'not-read', fault } })
    }
  }

  /** Reads storage and makes the room agree with it; what cannot be read stays as it was last seen. */
  async function mirror(): Promise<void> {
    readAgain = true
    if (isReading) return
    isReading = true
    try {
      while (readAgain && life) {
        readAgain = false
        await read()
      }
    } finally {
      isReading = false
    }
    if (!life) return
    room?.hold(firstLoad(waiting))
    if (waiting.length > 0 || status.lastError?.kind === 'not-read') postSoon(null)
    else {
      posts = 0
      cancelPost?.()
      cancelPost = null
    }
  }

  /** @param delayMs null: after the usual patience, where nothing is planned yet. */
  function postSoon(delayMs: number | null): void {
    if (delayMs === null && cancelPost) return
    cancelPost?.()
    const usual = status.connected ? patience : patienceWithoutSocket
    cancelPost = timers.after(delayMs ?? backoffMs(posts + 1, usual, random), () => {
      cancelPost = null
      void post()
    })
  }

  async function post(): Promise<void> {
    if (isPosting) {
      postSoon(secondMs)
      return
    }
    isPosting = true
    const mine = life
    try {
      // Most of it will have been settled by now.
      await read()
      for (const load of loadsOf(waiting)) {
        if (mine === life && !(await postLoad(load, mine))) break
      }
    } finally {
      isPosting = false
    }
    if (mine !== life) return
    posts++
    await mirror()
  }

  async function postLoad(load: SealedAct[], mine: object | null): Promise<boolean> {
    const reply = await api.sendActs(load)
    if (mine !== life) return false
    if (!reply.ok) {
      show({ lastError: { kind: 'not-posted', fault: reply.error } })
      return false
    }
    const asked = new Set(load.map(({ id }) => id))
    const outcomes = reply.value.filter(({ id }) => asked.has(id))
    for (const outcome of outcomes) {
      if (outcome.kind === 'rejected' && !passing.has(outcome.reason)) rejected.add(outcome.id)
    }
    if (status.lastError?.kind === 'not-posted') show({ lastError: null })
    try {
      await parts.takeOutcomes(outcomes)
    } catch (error) {
      // Locked, or full: the feed brings the same receipts again.
      if (!asStoreFault(error)) throw error
    }
    return true
  }

  function wake(): void {
    if (!life) return
    posts = 0
    if (!status.connected) redial.now()
    if (waiting.length > 0) postSoon(backoffMs(1, patience, random))
    void mirror()
  }

  return {
    start() {
      if (life) return
      life = {}
      posts = 0
      rejected.clear()
      unsubscribe = parts.network.subscribe((isOnline) => {
        if (isOnline) wake()
      })
      redial.now()
      void mirror()
    },
    stop() {
      life = null
      unsubscribe()
      redial.cancel()
      cancelDial()
      cancelPost?.()
      cancelPost = null
      room?.leave()
      room = null
      waiting = []
      show({ connected: false, lastError: null })
    },
    kick() {
      if (!life) return
      // Sockets have failed it before: what is new need not find that out again.
      if (!status.connected && posts > 0) postSoon(0)
      void mirror()
    },
    wake,
    status: () => status,
  }
}

function loadsOf(acts: readonly SealedAct[]): SealedAct[][] {
  const loads: SealedAct[][] = []
  let bytes = 0
  for (const act of acts) {
    const last = loads.at(-1)
    bytes += act.sealed.length
    if (last && bytes <= loadBytes && last.length < loadActs) last.push(act)
    else {
      loads.push([act])
      bytes = act.sealed.length
    }
  }
  return loads
}

/** What the room holds at a time; the rest follows when these are settled. */
const firstLoad = (acts: readonly SealedAct[]): SealedAct[] => loadsOf(acts)[0] ?? []
