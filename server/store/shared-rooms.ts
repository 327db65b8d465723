import { randomUUID } from 'node:crypto'
import type { Log } from '../app/ports.ts'
import type { RoomNews, RoomStore } from '../app/room-port.ts'
import { keepListening } from './keep-listening.ts'
import type { ConnectionConfig, Postgres } from './postgres.ts'

/**
 * Rooms of several servers on one database: after each commit the others are told the names of its rooms, never what is in
 * them. Names that come while a NOTIFY is on its way share the next one.
 */
export type SharedRooms = { rooms: RoomStore; news: RoomNews; close(): Promise<void> }

const channel = 'e_cabinet_rooms'
/** PostgreSQL takes 8000 bytes; a name has at most 134, all of them ASCII. */
const namesPerNotice = 50

export function createSharedRooms(
  config: ConnectionConfig,
  { pool }: Postgres,
  rooms: RoomStore,
  log: Log,
): SharedRooms {
  const self = randomUUID()
  const listeners = new Set<(room: string | null) => void>()
  const untold = new Set<string>()
  let isTelling = false

  const hear = (room: string | null) => {
    for (const listener of listeners) listener(room)
  }

  const listening = keepListening({
    config,
    channel,
    onPayload: (payload) => {
      const [from, ...names] = payload.split('\n')
      if (from !== self) for (const name of names) hear(name)
    },
    onListening: async () => hear(null),
    log,
  })

  const tell = async () => {
    isTelling = true
    try {
      while (untold.size > 0) {
        const names = [...untold].slice(0, namesPerNotice)
        for (const name of names) untold.delete(name)
        await pool.query('select pg_notify($1, $2)', [channel, [self, ...names].join('\n')])
      }
    } catch (error) {
      // The rows are stored; the next one tells of its room again.
      log('warn', 'signal-failed', { error: String(error) })
    } finally {
      isTelling = false
    }
  }

  return {
    rooms: {
      ...rooms,
      append: async (batch) => {
        const numbers = await rooms.append(batch)
        for (const { room } of batch) untold.add(room)
        if (!isTelling) void tell()
        return numbers
      },
    },
    news: {
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    close: async () => {
      listeners.clear()
      await listening.close()
    },
  }
}
