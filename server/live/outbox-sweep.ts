import { dayMs, type Instant, instant } from '../../shared/lib/time.ts'
import type { OutboxRooms, RoomClock, RoomLog, RoomStore } from '../app/room-port.ts'
import { createRoomDocument } from './room-document.ts'

/**
 * Outboxes of tablets that were killed: nobody comes back to them, since each start has a room of its own. What the server
 * decided was decided in the transaction that stored it, and what it turned away still lies on the tablet.
 */
export type OutboxSweep = () => Promise<number>

/** Nobody has had it open for so long. */
const settledAfterMs = dayMs
/** The same where something in it never entered the ledger. */
const unsettledAfterMs = 30 * dayMs
const roomsAtOnce = 500

export function createOutboxSweep(deps: {
  store: Pick<RoomStore, 'load'> & OutboxRooms
  /** Whether every one of these act ids has its leaf. */
  areSettled(ids: readonly string[]): Promise<boolean>
  openRooms(): readonly string[]
  clock: RoomClock
  log: RoomLog
}): OutboxSweep {
  const { store, clock, log } = deps

  const isSettled = async (room: string): Promise<boolean> => {
    const document = createRoomDocument('outbox', Number.POSITIVE_INFINITY)
    try {
      document.load(await store.load(room, 0))
      return await deps.areSettled(document.entryIds())
    } catch (error) {
      log({ kind: 'room-failed', room, error })
      return false
    } finally {
      document.destroy()
    }
  }

  return async () => {
    const now = instant(clock.now())
    await store.markIdleOutboxes(now, deps.openRooms())
    const before = (ms: number): Instant => instant(Math.max(0, now - ms))
    const idle = await store.idleOutboxes(before(settledAfterMs), roomsAtOnce)
    let removed = 0
    for (const { room, since } of idle) {
      const isOld = since <= before(unsettledAfterMs)
      if (!isOld && !(await isSettled(room))) continue
      await store.removeIdleOutbox(room, before(settledAfterMs))
      removed += 1
    }
    return removed
  }
}
