/** Which rooms are in memory: read on the first entry, rewritten when they scatter, put away when nobody has been in for a while. */
import type {
  OutboxDelivery,
  OutboxIntake,
  RoomLog,
  RoomRow,
  RoomStore,
  RoomTimers,
} from '../app/room-port.ts'
import { createGroupCommit } from './group-commit.ts'
import type { LiveLimits } from './limits.ts'
import { createRoom, type Room, type RoomMember } from './room.ts'
import type { RoomKind } from './room-kind.ts'

export interface RoomRegistry {
  /** Resolves with the room when it is read and `member` is in it, or has closed meanwhile. @throws where the store does. */
  enter(name: string, kind: RoomKind, member: RoomMember & { isClosed(): boolean }): Promise<Room>
  /** Another server stored something in this room; null: in any. */
  onRemoteUpdate(name: string | null): void
  roomCount(): number
  /** Names of the rooms in memory. */
  openRooms(): string[]
  /** Resolves when everything received is on disk. */
  drained(): Promise<void>
}

export interface RegistryOptions {
  store: RoomStore
  intake: OutboxIntake
  timers: RoomTimers
  limits: LiveLimits
  log: RoomLog
}

type Slot =
  | { state: 'loading'; room: Promise<Room> }
  | { state: 'open'; room: Room; kind: RoomKind; cancelIdle: (() => void) | null; compacting: boolean }
  | { state: 'closing'; done: Promise<void> }

type OpenSlot = Extract<Slot, { state: 'open' }>

export function createRoomRegistry({ store, intake, timers, limits, log }: RegistryOptions): RoomRegistry {
  const slots = new Map<string, Slot>()
  const windowMs = limits.commitWindowMs
  const rowCommit = createGroupCommit<OutboxDelivery>({
    windowMs,
    timers,
    write: (parts) => store.append(parts.map(({ room, update }) => ({ room, update }))),
  })
  const actCommit = createGroupCommit<OutboxDelivery>({
    windowMs,
    timers,
    write: (parts) => intake.take(parts),
  })

  async function compact(name: string, slot: OpenSlot): Promise<void> {
    const { document } = slot.room
    const before = document.size()
    const snapshot = document.snapshot()
    slot.compacting = true
    try {
      await store.replace(name, document.seq(), snapshot)
      document.compacted(before, snapshot.length)
      log({ kind: 'room-compacted', room: name, bytes: snapshot.length })
    } catch (error) {
      // The rows are still there; the next occasion tries again.
      log({ kind: 'room-failed', room: name, error })
    }
    slot.compacting = false
  }

  function compactIfScattered(name: string, slot: OpenSlot, maxRows: number): Promise<void> {
    const isDue = slot.kind !== 'live' && !slot.compacting && slot.room.document.isScattered(maxRows)
    return isDue ? compact(name, slot) : Promise.resolve()
  }

  /** An outbox with nothing unsettled in it, here or in rows of another server, has done its work. */
  async function removeIfSpent(name: string, slot: OpenSlot): Promise<boolean> {
    const { document } = slot.room
    if (slot.kind !== 'outbox' || !document.isSpent()) return false
    if ((await store.load(name, document.seq())).length > 0) return false
    await store.remove(name)
    return true
  }

  async function putAway(name: string, slot: OpenSlot): Promise<void> {
    try {
      if (!(await removeIfSpent(name, slot))) await compactIfScattered(name, slot, limits.compactIdleRows)
    } catch (error) {
      log({ kind: 'room-failed', room: name, error })
    }
    slot.room.document.destroy()
    slots.delete(name)
  }

  function watchIdle(name: string, slot: OpenSlot): void {
    slot.cancelIdle?.()
    slot.cancelIdle = timers.after(limits.idleMs, () => {
      slot.cancelIdle = null
      if (slots.get(name) !== slot || !slot.room.isEmpty()) return
      if (!slot.room.isQuiet() || slot.compacting) watchIdle(name, slot)
      else {
        // Whoever comes now waits and reads anew: the rows they would build on may be about to go.
        const done = putAway(name, slot)
        slots.set(name, { state: 'closing', done })
      }
    })
  }

  async function open(name: string, kind: RoomKind): Promise<Room> {
    const load = (after: number): Promise<RoomRow[]> =>
      kind === 'live' ? Promise.resolve([]) : store.load(name, after)
    const rows = await load(0)
    const room = createRoom({
      name,
      kind,
      rows,
      limits,
      load,
      commit: kind === 'outbox' ? actCommit : rowCommit,
      onSettled() {
        void compactIfScattered(name, slot, limits.compactRows)
      },
      onEmpty: () => watchIdle(name, slot),
      onFailed(error) {
        log({ kind: 'room-failed', room: name, error })
        slot.cancelIdle?.()
        if (slots.get(name) === slot) slots.delete(name)
      },
      onHealed: (offenders) => log({ kind: 'room-healed', room: name, offenders }),
    })
    const slot: OpenSlot = { state: 'open', room, kind, cancelIdle: null, compacting: false }
    slots.set(name, slot)
    watchIdle(name, slot)
    return room
  }

  async function roomOf(name: string, kind: RoomKind): Promise<Room> {
    for (;;) {
      const slot = slots.get(name)
      if (slot?.state === 'open') return slot.room
      if (slot?.state === 'closing') await slot.done
      else if (slot?.state === 'loading') await slot.room
      else {
        const room = open(name, kind)
        slots.set(name, { state: 'loading', room })
        room.catch(() => slots.delete(name))
      }
    }
  }

  const openSlots = () => [...slots.values()].filter((slot) => slot.state === 'open')
  const closing = () => [...slots.values()].map((slot) => (slot.state === 'closing' ? slot.done : null))

  return {
    async enter(name, kind, member) {
      const room = await roomOf(name, kind)
      if (!member.isClosed()) room.join(member)
      return room
    },
    onRemoteUpdate(name) {
      for (const slot of name === null ? slots.values() : [slots.get(name)]) {
        if (slot?.state === 'open') slot.room.catchUp()
        // What is being read may have been read already.
        else if (slot?.state === 'loading') slot.room.then((room) => room.catchUp()).catch(() => undefined)
      }
    },
    roomCount: () => slots.size,
    openRooms: () => [...slots.keys()],
    async drained() {
      for (;;) {
        await Promise.all([rowCommit.drained(), actCommit.drained()])
        await Promise.all(openSlots().map((slot) => slot.room.rested()))
        await Promise.all(closing())
        if (openSlots().every((slot) => slot.room.isQuiet())) return
      }
    },
  }
}
