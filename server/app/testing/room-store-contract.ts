import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RoomStore } from '../room-port.ts'

export interface RoomStoreUnderTest {
  store: RoomStore
  /** A second one on the same data: another server, or the same after a restart. */
  reopen(): Promise<RoomStore>
  close(): Promise<void>
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const plain = (rows: { seq: number; update: Uint8Array }[]) => rows.map((row) => [row.seq, [...row.update]])

/** What every RoomStore keeps to, in memory and in PostgreSQL. */
export function testRoomStore(name: string, create: () => Promise<RoomStoreUnderTest>): void {
  describe(`room store: ${name}`, () => {
    let subject: RoomStoreUnderTest
    let store: RoomStore
    beforeEach(async () => {
      subject = await create()
      store = subject.store
    })
    afterEach(() => subject.close())

    it('[O2] a room never seen has no rows', async () => {
      expect(await store.load('notes/a/b', 0)).toEqual([])
    })

    it('[O2] rows come back byte for byte, numbered from 1 in each room, and the numbers are told', async () => {
      expect(
        await store.append([
          { room: 'notes/a/1', update: bytes(0, 255, 10) },
          { room: 'notes/a/2', update: bytes(7) },
          { room: 'notes/a/1', update: bytes() },
        ]),
      ).toEqual([1, 1, 2])
      expect(await store.append([{ room: 'notes/a/2', update: bytes(8) }])).toEqual([2])
      expect(plain(await store.load('notes/a/1', 0))).toEqual([
        [1, [0, 255, 10]],
        [2, []],
      ])
      expect(plain(await store.load('notes/a/2', 1))).toEqual([[2, [8]]])
    })

    it('[O2] a view into a larger buffer stores only itself, and later changes of the buffer change nothing', async () => {
      const buffer = bytes(1, 2, 3, 4)
      await store.append([{ room: 'notes/a/b', update: buffer.subarray(1, 3) }])
      buffer.fill(9)
      expect(plain(await store.load('notes/a/b', 0))).toEqual([[1, [2, 3]]])
    })

    it('an empty batch is nothing', async () => {
      expect(await store.append([])).toEqual([])
    })

    it('[O2] another server sees what was appended, and the next number follows', async () => {
      await store.append([{ room: 'notes/a/b', update: bytes(1) }])
      const other = await subject.reopen()
      expect(plain(await other.load('notes/a/b', 0))).toEqual([[1, [1]]])
      expect(await other.append([{ room: 'notes/a/b', update: bytes(2) }])).toEqual([2])
      expect(plain(await store.load('notes/a/b', 1))).toEqual([[2, [2]]])
    })

    it('[O2] writers at the same time get every number once, and whoever sees one sees all before it', async () => {
      const other = await subject.reopen()
      const rooms = ['notes/a/1', 'notes/a/2', 'notes/a/3']
      const seen: number[][] = []
      const watch = async () => {
        for (let read = 0; read < 20; read++)
          seen.push((await other.load('notes/a/1', 0)).map(({ seq }) => seq))
      }
      const write = async (writer: RoomStore, order: string[]) => {
        for (let turn = 0; turn < 10; turn++)
          await writer.append(order.map((room) => ({ room, update: bytes(turn) })))
      }
      await Promise.all([write(store, rooms), write(other, rooms.toReversed()), write(store, rooms), watch()])
      const all = Array.from({ length: 30 }, (_, index) => index + 1)
      for (const room of rooms) expect((await store.load(room, 0)).map(({ seq }) => seq)).toEqual(all)
      for (const numbers of seen) expect(numbers).toEqual(all.slice(0, numbers.length))
    })

    it('compaction puts one row in place of all up to a number, and keeps the later ones', async () => {
      await store.append([1, 2, 3, 4].map((value) => ({ room: 'notes/a/b', update: bytes(value) })))
      await store.append([{ room: 'notes/a/c', update: bytes(5) }])
      await store.replace('notes/a/b', 3, bytes(6, 6))
      expect(plain(await store.load('notes/a/b', 0))).toEqual([
        [3, [6, 6]],
        [4, [4]],
      ])
      expect(plain(await store.load('notes/a/b', 1))).toEqual([
        [3, [6, 6]],
        [4, [4]],
      ])
      expect(plain(await store.load('notes/a/c', 0))).toEqual([[1, [5]]])
    })

    it('compaction may be repeated, and numbers go on after it', async () => {
      await store.append([1, 2].map((value) => ({ room: 'notes/a/b', update: bytes(value) })))
      await store.replace('notes/a/b', 2, bytes(6))
      await store.replace('notes/a/b', 2, bytes(7))
      expect(await store.append([{ room: 'notes/a/b', update: bytes(3) }])).toEqual([3])
      expect(plain(await store.load('notes/a/b', 0))).toEqual([
        [2, [7]],
        [3, [3]],
      ])
    })

    it('a removed room is one never seen; others stay', async () => {
      await store.append([
        { room: 'acts/d/1', update: bytes(1) },
        { room: 'acts/d/2', update: bytes(2) },
      ])
      await store.remove('acts/d/1')
      await store.remove('acts/d/never')
      expect(await store.load('acts/d/1', 0)).toEqual([])
      expect(plain(await store.load('acts/d/2', 0))).toEqual([[1, [2]]])
    })
  })
}
