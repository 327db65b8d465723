import type { RoomRow, RoomStore, RoomUpdate } from '../room-port.ts'
import type { MemoryState, MemoryStep } from './memory-state.ts'
import type { WriteLock } from './write-lock.ts'

type RoomTable = {
  get(room: string): readonly RoomRow[] | undefined
  put(room: string, rows: readonly RoomRow[]): void
}

export function appendToRooms(table: RoomTable, batch: readonly RoomUpdate[]): number[] {
  return batch.map(({ room, update }) => {
    const rows = table.get(room) ?? []
    const seq = (rows.at(-1)?.seq ?? 0) + 1
    table.put(room, [...rows, { seq, update: update.slice() }])
    return seq
  })
}

export function createMemoryRooms(state: MemoryState, lock: WriteLock, step: MemoryStep): RoomStore {
  const table = state.rooms.committed
  return {
    load: async (room, after) => {
      await step('rooms.load')
      return (table.get(room) ?? [])
        .filter(({ seq }) => seq > after)
        .map(({ seq, update }) => ({ seq, update: update.slice() }))
    },
    append: (batch) =>
      lock.hold(async () => {
        await step('rooms.append')
        const numbers = appendToRooms(table, batch)
        await step('rooms.appended')
        return numbers
      }),
    replace: (room, upTo, snapshot) =>
      lock.hold(async () => {
        await step('rooms.replace')
        const later = (table.get(room) ?? []).filter(({ seq }) => seq > upTo)
        table.put(room, [{ seq: upTo, update: snapshot.slice() }, ...later])
      }),
    remove: (room) =>
      lock.hold(async () => {
        await step('rooms.remove')
        table.remove(room)
      }),
    bytesUnder: async (prefix) => {
      await step('rooms.load')
      const rows = [...table.entries()].flatMap(([room, stored]) => (room.startsWith(prefix) ? stored : []))
      return rows.reduce((sum, { update }) => sum + update.length, 0)
    },
  }
}
