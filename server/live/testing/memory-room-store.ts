import type { OutboxDelivery, OutboxIntake, RoomRow, RoomStore } from '../../app/room-port.ts'

export interface MemoryRoomStore extends RoomStore, OutboxIntake {
  /** Writes wait until the returned function is called: what lies between a write and its commit. */
  holdWrites(): () => void
  /** The next write rejects and keeps nothing. */
  failNextWrite(): void
  /** Deliveries that carried acts, in order. */
  readonly taken: OutboxDelivery[]
  readonly commits: number
  rowCount(room: string): number
}

/** What is in it counts as on disk: give the same one to a second server and you have restarted the first. */
export function createMemoryRoomStore(): MemoryRoomStore {
  const rowsByRoom = new Map<string, RoomRow[]>()
  const taken: OutboxDelivery[] = []
  let commits = 0
  let failing = false
  let gate: Promise<void> = Promise.resolve()

  async function commit(batch: readonly { room: string; update: Uint8Array }[]): Promise<number[]> {
    await gate
    if (failing) {
      failing = false
      throw new Error('disk full')
    }
    commits++
    return batch.map(({ room, update }) => {
      const rows = rowsByRoom.get(room) ?? []
      const seq = (rows.at(-1)?.seq ?? 0) + 1
      rowsByRoom.set(room, [...rows, { seq, update: update.slice() }])
      return seq
    })
  }

  return {
    taken,
    get commits() {
      return commits
    },
    rowCount: (room) => rowsByRoom.get(room)?.length ?? 0,
    holdWrites() {
      let release = () => {}
      gate = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    failNextWrite() {
      failing = true
    },
    load: async (room, after) => (rowsByRoom.get(room) ?? []).filter((row) => row.seq > after),
    append: commit,
    async take(batch) {
      const seqs = await commit(batch)
      taken.push(...batch)
      return seqs
    },
    async replace(room, upTo, snapshot) {
      const later = (rowsByRoom.get(room) ?? []).filter((row) => row.seq > upTo)
      rowsByRoom.set(room, [{ seq: upTo, update: snapshot.slice() }, ...later])
    },
    async remove(room) {
      rowsByRoom.delete(room)
    },
    bytesUnder: async (prefix) =>
      [...rowsByRoom]
        .flatMap(([room, rows]) => (room.startsWith(prefix) ? rows : []))
        .reduce((sum, { update }) => sum + update.length, 0),
  }
}
