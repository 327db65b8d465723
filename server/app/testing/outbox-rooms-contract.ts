import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, instant } from '../../../shared/lib/time.ts'
import type { OutboxRooms, RoomStore } from '../room-port.ts'

export type OutboxRoomsUnderTest = { rooms: RoomStore; outboxes: OutboxRooms; close(): Promise<void> }

const now = instant(Date.UTC(2026, 2, 2))
const later = instant(now + dayMs)
const update = Uint8Array.of(1, 2, 3)

/** What every OutboxRooms keeps to, in memory and in PostgreSQL. */
export function testOutboxRooms(name: string, create: () => Promise<OutboxRoomsUnderTest>): void {
  describe(`outbox rooms: ${name}`, () => {
    let subject: OutboxRoomsUnderTest
    const write = (...rooms: string[]) => subject.rooms.append(rooms.map((room) => ({ room, update })))
    const idle = async (before = now) =>
      (await subject.outboxes.idleOutboxes(before, 10)).map(({ room }) => room)
    beforeEach(async () => {
      subject = await create()
    })
    afterEach(() => subject.close())

    it('outboxes alone are idle, from when they were first seen so', async () => {
      await write('acts/d/1', 'acts/d/2', 'notes/p/x')
      await subject.outboxes.markIdleOutboxes(now, ['acts/d/2'])
      await subject.outboxes.markIdleOutboxes(later, [])
      expect(await idle()).toEqual(['acts/d/1'])
      expect(await subject.outboxes.idleOutboxes(later, 1)).toEqual([{ room: 'acts/d/1', since: now }])
      expect(await idle(later)).toEqual(['acts/d/1', 'acts/d/2'])
    })

    it('[O2] what somebody wrote into or came back to is idle no more, and is not removed', async () => {
      await write('acts/d/1', 'acts/d/2')
      await subject.outboxes.markIdleOutboxes(now, [])
      await write('acts/d/1')
      await subject.outboxes.removeIdleOutbox('acts/d/1', now)
      expect([await idle(), (await subject.rooms.load('acts/d/1', 0)).length]).toEqual([['acts/d/2'], 2])
      await subject.outboxes.markIdleOutboxes(later, ['acts/d/2'])
      expect(await idle(later)).toEqual(['acts/d/1'])
    })

    it('one that is idle long enough is removed, and as one never seen', async () => {
      await write('acts/d/1', 'acts/e/1')
      await subject.outboxes.markIdleOutboxes(now, [])
      await subject.outboxes.removeIdleOutbox('acts/d/1', instant(now - 1))
      expect(await subject.rooms.bytesUnder('acts/d/')).toBe(3)
      await subject.outboxes.removeIdleOutbox('acts/d/1', now)
      expect(await subject.rooms.load('acts/d/1', 0)).toEqual([])
      expect(await idle()).toEqual(['acts/e/1'])
      expect(await write('acts/d/1')).toEqual([1])
    })
  })
}
