import type { RoomEvent } from '../../app/room-port.ts'
import type { LiveLimits } from '../limits.ts'
import { createLiveServer, type LiveServer } from '../live-server.ts'
import { createManualTime, type ManualTime } from './manual-time.ts'
import { createMemoryRoomStore, type MemoryRoomStore } from './memory-room-store.ts'
import { createQueryGate, type QueryGate } from './query-gate.ts'

export interface LiveWorld {
  live: LiveServer
  store: MemoryRoomStore
  gate: QueryGate
  time: ManualTime
  events: RoomEvent[]
}

/** A server on memory and manual time; give it the store of another to restart that one or to stand beside it. */
export function createLiveWorld(
  limits: Partial<LiveLimits> = {},
  store = createMemoryRoomStore(),
  time = createManualTime(),
): LiveWorld {
  const gate = createQueryGate()
  const events: RoomEvent[] = []
  const log = (event: RoomEvent) => void events.push(event)
  const live = createLiveServer({ gate, store, intake: store, clock: time, timers: time, log, limits })
  return { live, store, gate, time, events }
}
