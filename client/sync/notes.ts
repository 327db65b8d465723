import { minuteMs, secondMs } from '../../shared/lib/time.ts'
import type { NoteHub } from '../app/note-ports.ts'
import { backoffMs, slowBackoff } from './backoff.ts'
import type { NetworkEvents } from './network-events.ts'
import { type KeptRoom, keepRoom, type RoomParts } from './notes-room.ts'

/**
 * Rooms of notes of this tablet. A room that somebody looks at keeps its line; the others are exchanged one after the other,
 * at the start, when the network comes back and every ten minutes, so that what was written offline goes out and what another
 * tablet wrote is here before its document is opened.
 */

type HubParts = Omit<RoomParts, 'name' | 'isWritable' | 'onChange' | 'onSync'> & { network: NetworkEvents }

const roundMs = 10 * minuteMs
const oneRoomMs = 20 * secondMs

type Held = { room: KeptRoom; holders: number }

export function createNoteHub(parts: HubParts): NoteHub {
  const { timers, random, store } = parts
  const held = new Map<string, Held>()
  let wanted: readonly { name: string; isWritable: boolean }[] = []
  const done = new Set<string>()
  let isRunning = false
  let isWoken = false
  let isStopped = false
  let failures = 0
  let cancelRound = () => {}
  const listeners = new Set<(room: string) => void>()
  /** Rooms once read in this run; those that are held say for themselves. */
  const unsent = new Set<string>()
  const unsentListeners = new Set<() => void>()
  const tell = (name: string) => {
    for (const listener of [...listeners]) listener(name)
  }
  const forgetNetwork = parts.network.subscribe((isOnline) => {
    if (isOnline) wake()
  })

  const isWanted = (name: string) => wanted.some((room) => room.name === name)

  function acquire(name: string, isWritable: boolean): Held {
    const onChange = () => tell(name)
    const onSync = () => {
      const room = held.get(name)?.room
      if (room?.isUnsent()) unsent.add(name)
      else if (room) unsent.delete(name)
      for (const listener of [...unsentListeners]) listener()
    }
    const one = held.get(name) ?? {
      room: keepRoom({ ...parts, name, isWritable, onChange, onSync }),
      holders: 0,
    }
    one.holders++
    held.set(name, one)
    return one
  }

  async function release(name: string, one: Held): Promise<void> {
    one.holders--
    if (one.holders > 0) return
    one.room.disconnect()
    try {
      await one.room.whenStored()
    } catch {
      // Kept in memory while storage is in trouble: its own timer tries again, and whoever opens the room finds it.
      return
    }
    if (one.holders > 0 || held.get(name) !== one) return
    if (one.room.isPending()) done.delete(name)
    held.delete(name)
    one.room.close()
  }

  /** @returns false where there is no line now. */
  async function exchangeOne(name: string, isWritable: boolean): Promise<boolean> {
    const one = acquire(name, isWritable)
    const { room } = one
    const outcome = await new Promise<boolean>((resolve) => {
      const before = room.endings()
      const cancel = timers.after(oneRoomMs, () => resolve(false))
      const look = () => {
        const { kind } = room.sync()
        if (kind === 'synced' || kind === 'refused' || kind === 'too-large') settle(true)
        else if (room.endings() > before) settle(false)
      }
      const unsubscribe = room.subscribe(look)
      const settle = (isDone: boolean) => {
        cancel()
        unsubscribe()
        resolve(isDone)
      }
      room.connect()
      look()
    })
    await release(name, one)
    return outcome
  }

  async function round(): Promise<void> {
    if (isRunning || isStopped) return
    isRunning = true
    cancelRound()
    let isReached = true
    do {
      isWoken = false
      isReached = true
      for (let next = undone(); next && isReached && !isStopped; next = undone()) {
        const { name, isWritable } = next
        isReached = await exchangeOne(name, isWritable)
        if (isReached) done.add(name)
      }
      // The network came back while this round found that there was none.
    } while (isWoken && !isStopped)
    isRunning = false
    if (isStopped) return
    failures = isReached ? 0 : failures + 1
    cancelRound = timers.after(isReached ? roundMs : backoffMs(failures, slowBackoff, random), () => {
      if (isReached) done.clear()
      void round()
    })
  }

  const undone = () => wanted.find(({ name }) => !done.has(name))

  function wake(): void {
    if (isStopped) return
    failures = 0
    for (const [name, { room, holders }] of held) if (holders > 0 && isWanted(name)) room.wake()
    done.clear()
    isWoken = true
    void round()
  }

  return {
    open(name, isWritable) {
      const one = acquire(name, isWritable)
      if (isWanted(name)) one.room.connect()
      let isHeld = true
      return {
        room: one.room,
        release() {
          if (isHeld) void release(name, one)
          isHeld = false
        },
      }
    },
    async glance(name, isWritable) {
      const one = acquire(name, isWritable)
      try {
        await one.room.ready()
        return one.room.read()
      } finally {
        void release(name, one)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    unsent: () =>
      [...unsent].map((room) => {
        const kind = held.get(room)?.room.sync().kind
        return { room, isUnderWay: kind === 'sending' || kind === 'synced' }
      }),
    watchUnsent(listener) {
      unsentListeners.add(listener)
      return () => unsentListeners.delete(listener)
    },
    exchange(rooms) {
      wanted = rooms
      for (const [name, { room, holders }] of held) {
        if (!isWanted(name)) room.disconnect()
        else if (holders > 0) room.connect()
      }
      if (undone()) void round()
    },
    async forget(name) {
      const one = held.get(name)
      held.delete(name)
      unsent.delete(name)
      await one?.room.whenStored().catch(() => {})
      one?.room.close()
      await store.remove(name)
    },
    wake,
    stop() {
      isStopped = true
      cancelRound()
      forgetNetwork()
      for (const { room } of held.values()) room.close()
      held.clear()
      listeners.clear()
      unsentListeners.clear()
    },
  }
}
