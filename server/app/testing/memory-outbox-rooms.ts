import type { Instant } from '../../../shared/lib/time.ts'
import type { OutboxRooms, RoomRow } from '../room-port.ts'

type RoomTable = {
  entries(): Iterable<[string, readonly RoomRow[]]>
  get(room: string): readonly RoomRow[] | undefined
  remove(room: string): void
}

/** Idle as PostgreSQL keeps it: a room into which something was written since is not. */
export function createMemoryOutboxRooms(table: RoomTable): OutboxRooms {
  const idle = new Map<string, { since: Instant; seq: number }>()
  const seqOf = (room: string) => table.get(room)?.at(-1)?.seq ?? 0
  const sinceOf = (room: string): Instant | null => {
    const known = idle.get(room)
    return known && known.seq === seqOf(room) ? known.since : null
  }
  return {
    markIdleOutboxes: async (now, inUse) => {
      for (const [room] of table.entries()) {
        if (!room.startsWith('acts/')) continue
        if (inUse.includes(room)) idle.delete(room)
        else if (sinceOf(room) === null) idle.set(room, { since: now, seq: seqOf(room) })
      }
    },
    idleOutboxes: async (before, limit) =>
      [...table.entries()]
        .flatMap(([room]) => {
          const since = sinceOf(room)
          return since !== null && since <= before ? [{ room, since }] : []
        })
        .sort((a, b) => a.since - b.since)
        .slice(0, limit),
    removeIdleOutbox: async (room, before) => {
      const since = sinceOf(room)
      if (since !== null && since <= before) table.remove(room)
    },
  }
}
