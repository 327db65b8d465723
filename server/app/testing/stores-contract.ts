import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../../shared/lib/time.ts'
import { chunkBytes } from '../../../shared/protocol/api.ts'
import type { Database } from '../database.ts'
import type { Session } from '../ports.ts'
import { testIntakeStores } from './intake-contract.ts'
import { deviceId, hashOf, hour, personId } from './ledger-rows.ts'
import { testUnusedFiles } from './unused-files-contract.ts'

export type DatabaseUnderTest = { database: Database; other(): Promise<Database>; close(): Promise<void> }

/** What the small stores keep to, in memory and in PostgreSQL. */
export function testSmallStores(name: string, create: () => Promise<DatabaseUnderTest>): void {
  describe(`small stores: ${name}`, () => {
    let subject: DatabaseUnderTest
    let database: Database
    beforeEach(async () => {
      subject = await create()
      database = subject.database
    })
    afterEach(() => subject.close())

    testIntakeStores(() => database)
    testUnusedFiles(() => database)

    it('[O3] accounts by exact name, whatever is asked for', async () => {
      const { accounts } = database
      const ten = { account: 'nguyễn.an', person: personId('an'), passwordHash: '$a' }
      await accounts.put(ten)
      await accounts.put({ ...ten, passwordHash: '$b' })
      expect(await accounts.byName('nguyễn.an')).toEqual({ ...ten, passwordHash: '$b' })
      for (const odd of ['', 'Nguyễn.An', 'nguyễn.an\u0000', '\ud800', "'; drop table account; --", '%']) {
        expect(await accounts.byName(odd)).toBeUndefined()
      }
    })

    it('[O3] sessions: put, extended, taken away by token, device, person and age', async () => {
      const { sessions } = database
      const session = (token: string, facts: Partial<Session> = {}): Session => ({
        tokenHash: hashOf(token),
        person: personId('an'),
        device: null,
        createdAt: hour(1),
        expiresAt: hour(100),
        ...facts,
      })
      const all = [
        session('1'),
        session('2', { device: deviceId('d') }),
        session('3', { person: personId('binh') }),
        session('4', { person: personId('chi'), expiresAt: hour(50) }),
        session('5', { person: personId('chi') }),
      ]
      for (const it of all) await sessions.put(it)
      const left = async () => {
        const found = await Promise.all(all.map(({ tokenHash }) => sessions.get(tokenHash)))
        return found.flatMap((it, i) => (it ? [i + 1] : []))
      }
      expect(await sessions.get(hashOf('2'))).toEqual(all[1])
      await sessions.extend(hashOf('5'), hour(200))
      expect((await sessions.get(hashOf('5')))?.expiresAt).toBe(200)
      await sessions.removeOfDevice(deviceId('d'))
      expect(await left()).toEqual([1, 3, 4, 5])
      await sessions.extend(hashOf('2'), hour(200))
      expect(await left()).toEqual([1, 3, 4, 5])
      await sessions.removeExpired(hour(50))
      expect(await left()).toEqual([1, 3, 5])
      await sessions.removeOfPerson(personId('an'))
      await sessions.remove(hashOf('3'))
      expect(await left()).toEqual([5])
    })

    it('[O3] a code is used once, by its person, in time', async () => {
      const { codes } = database
      const use = (code: string, person: string, at: number) =>
        codes.use(hashOf(code), personId(person), hour(at))
      await codes.put({ codeHash: hashOf('c'), person: personId('an'), expiresAt: hour(10) })
      expect(await use('c', 'binh', 5)).toBe(false)
      expect(await use('c', 'an', 10)).toBe(false)
      expect(await use('other', 'an', 5)).toBe(false)
      const tries = await Promise.all(Array.from({ length: 5 }, () => use('c', 'an', 9)))
      expect(tries.filter(Boolean)).toHaveLength(1)
    })

    it('attempts are counted within their window, by key, and survive a restart', async () => {
      const { attempts } = database
      const add = (key: string, at: number, since: number) => attempts.add(key, hour(at), hour(since))
      expect([await add('account/ấ\u0000', 10, 0), await add('account/ấ\u0000', 10, 0)]).toEqual([1, 2])
      expect(await add('account/b', 10, 0)).toBe(1)
      const other = await subject.other()
      expect(await other.attempts.add('account/ấ\u0000', hour(20), hour(10))).toBe(3)
      expect(await add('account/ấ\u0000', 30, 11)).toBe(2)
      await attempts.clear('account/ấ\u0000')
      expect(await add('account/ấ\u0000', 31, 0)).toBe(1)
    })

    it('[D1] a file comes in pieces, each at the next byte, and is given out by any range', async () => {
      const { blobs } = database
      const hash = hashOf('file')
      const bytes = Uint8Array.from({ length: chunkBytes * 2 + 10 }, (_, i) => (i * 31) % 251)
      const read = async (from: number, to: number) => {
        const pieces: Uint8Array[] = []
        for await (const piece of blobs.read(hash, from, to)) pieces.push(piece)
        expect(pieces.every(({ length }) => length > 0 && length <= chunkBytes)).toBe(true)
        return Buffer.concat(pieces)
      }
      expect(await blobs.state(hash)).toBeUndefined()
      expect(await blobs.write(hash, 0, bytes)).toBe(false)
      await blobs.begin(hash, bytes.length, personId('an'), hour(5))
      await blobs.begin(hash, 7, personId('binh'), hour(9))
      expect(await blobs.state(hash)).toEqual({ kind: 'receiving', received: 0, size: bytes.length })
      expect(await blobs.receivingOf(personId('an'))).toEqual({ files: 1, bytes: bytes.length })
      expect(await blobs.write(hash, 5, bytes.subarray(5, 9))).toBe(false)
      expect(await blobs.write(hash, 0, bytes.subarray(0, 5))).toBe(true)
      expect(await blobs.write(hash, 0, bytes.subarray(0, 5))).toBe(false)
      await expect(blobs.markReady(hash, 3)).rejects.toThrow()
      const twice = [blobs.write(hash, 5, bytes.subarray(5)), blobs.write(hash, 5, bytes.subarray(5))]
      expect((await Promise.all(twice)).filter(Boolean)).toHaveLength(1)
      expect(await blobs.write(hash, bytes.length, Uint8Array.of(1))).toBe(false)
      expect(await database.ledger.read.file(hash)).toBeUndefined()
      await blobs.markReady(hash, 3)
      expect(await blobs.state(hash)).toEqual({ kind: 'ready', size: bytes.length, pages: 3 })
      expect(await database.ledger.read.file(hash)).toEqual({ size: bytes.length, pages: 3 })
      expect(await blobs.receivingOf(personId('an'))).toEqual({ files: 0, bytes: 0 })
      for (const [from, to] of [
        [0, bytes.length],
        [3, 7],
        [chunkBytes, chunkBytes + 9],
        [9, 9],
        [4, 2 * chunkBytes + 8],
      ] as const) {
        expect((await read(from, to)).equals(bytes.subarray(from, to))).toBe(true)
      }
      await expect(read(0, bytes.length + 1)).rejects.toThrow(RangeError)
      await blobs.remove(hash, 'not-ready')
      expect((await blobs.state(hash))?.kind).toBe('ready')
    })

    it('[O6] only what is not ready is forgotten, and what is complete only by whoever has judged it', async () => {
      const { blobs } = database
      const hash = hashOf('forgotten')
      await blobs.begin(hash, 2, personId('an'), hour(1))
      await blobs.write(hash, 0, Uint8Array.of(1))
      await blobs.remove(hash, 'incomplete')
      expect(await blobs.state(hash)).toBeUndefined()
      await blobs.begin(hash, 1, personId('an'), hour(1))
      await blobs.write(hash, 0, Uint8Array.of(1))
      await blobs.remove(hash, 'incomplete')
      expect(await blobs.state(hash)).toEqual({ kind: 'receiving', received: 1, size: 1 })
      await blobs.remove(hash, 'not-ready')
      expect(await blobs.state(hash)).toBeUndefined()
      await expect(blobs.read(hash, 0, 1)[Symbol.asyncIterator]().next()).rejects.toThrow(RangeError)
    })

    it('files never finished are forgotten after a while; finished ones stay', async () => {
      const { blobs } = database
      for (const [file, at] of [
        ['old', 1],
        ['new', 9],
        ['ready', 1],
      ] as const) {
        await blobs.begin(hashOf(file), 1, personId('an'), hour(at))
      }
      await blobs.write(hashOf('ready'), 0, Uint8Array.of(1))
      await blobs.markReady(hashOf('ready'), 1)
      expect(await blobs.removeAbandoned(hour(9))).toBe(1)
      const kinds = ['old', 'new', 'ready'].map(async (file) => (await blobs.state(hashOf(file)))?.kind)
      expect(await Promise.all(kinds)).toEqual([undefined, 'receiving', 'ready'])
    })

    it('[B8] the longest time without any server, over several servers and starts', async () => {
      const { uptime } = database
      const down = (from: number, to: number) => uptime.downBetween(hour(from), hour(to))
      const beat = (server: string, ...at: number[]) =>
        at.reduce((before, it) => before.then(() => uptime.beat(server, hour(it))), Promise.resolve())
      expect(await down(0, 10)).toEqual({ from: 0, to: 10 })
      await beat('s1', 10, 30, 20)
      await beat('s2', 40, 60)
      await beat('s3', 55, 90)
      expect(await down(10, 90)).toEqual({ from: 30, to: 40 })
      expect(await down(35, 90)).toEqual({ from: 35, to: 40 })
      expect(await down(41, 90)).toBeNull()
      expect(await down(41, 95)).toEqual({ from: 90, to: 95 })
      expect(await down(0, 90)).toEqual({ from: 0 as Instant, to: 10 })
    })

    it('[O2] every server hears that the ledger has grown, at least up to the last number told', async () => {
      const other = await subject.other()
      const heard = (at: Database, upTo: number) =>
        new Promise<void>((resolve) => {
          const end = at.signals.subscribe((n) => {
            if (n < upTo) return
            end()
            resolve()
          })
        })
      const all = [heard(database, 3), heard(database, 3), heard(other, 3)]
      await Promise.all([
        database.signals.publish(1),
        database.signals.publish(3),
        database.signals.publish(2),
      ])
      let last = 3
      // Whoever does not listen yet hears of a later number: the ledger itself, which would tell it, is empty here.
      const until = async (told: Promise<unknown>, from: Database) => {
        let isTold = false
        void told.then(() => {
          isTold = true
        })
        while (!isTold) await from.signals.publish(++last)
      }
      await until(Promise.all(all), database)
      await until(heard(database, last + 1), other)
    })

    it('[A3] every server hears in which rooms the others have stored something, and not of its own', async () => {
      const other = await subject.other()
      const update = Uint8Array.of(0, 0)
      const heard: (string | null)[] = []
      other.roomNews.subscribe((room) => heard.push(room))
      await other.rooms.append([{ room: 'notes/an/own', update }])
      // Again and again: whoever does not listen yet is told that it may have missed something, not what.
      while (!heard.includes('notes/an/two')) {
        await database.rooms.append([
          { room: 'notes/an/one', update },
          { room: 'notes/an/two', update },
        ])
      }
      expect(heard).toContain('notes/an/one')
      expect(heard).not.toContain('notes/an/own')
    })
  })
}
