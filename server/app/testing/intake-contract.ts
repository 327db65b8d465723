import { expect, it } from 'vitest'
import { chunkBytes } from '../../../shared/protocol/api.ts'
import type { Database } from '../database.ts'
import { hashOf, hour, personId } from './ledger-rows.ts'

/** What the stores of intake keep to, in memory and in PostgreSQL. */
export function testIntakeStores(database: () => Database): void {
  const passed = async (name: string) => {
    const { blobs } = database()
    await blobs.begin(hashOf(name), 1, personId('an'), hour(1))
    await blobs.write(hashOf(name), 0, Uint8Array.of(1))
    await blobs.markReady(hashOf(name), 1)
  }

  it('[D1] a file waits for intake from the moment it has passed, and is taken by one', async () => {
    const { intakeJobs: jobs } = database()
    for (const name of ['a', 'b']) await passed(name)
    expect(await jobs.state(hashOf('a'))).toEqual({ state: 'waiting' })
    expect(await jobs.state(hashOf('none'))).toBeUndefined()
    const taken = await Promise.all([1, 2, 3].map(() => jobs.take(hour(10), hour(20))))
    expect(
      taken
        .filter((one) => one !== null)
        .map(({ document }) => document)
        .sort(),
    ).toEqual([hashOf('a'), hashOf('b')].sort())
    expect(await jobs.state(hashOf('a'))).toEqual({ state: 'working', step: 'pages', done: 0, of: 0 })
    await jobs.keep(hashOf('a'), hour(50), { step: 'copy', done: 2, of: 7 })
    expect(await jobs.state(hashOf('a'))).toEqual({ state: 'working', step: 'copy', done: 2, of: 7 })
    expect(await jobs.take(hour(20), hour(60))).toBeNull()
    expect(await jobs.take(hour(21), hour(60))).toEqual({ document: hashOf('b'), attempt: 2 })
    await jobs.release(hashOf('b'))
    expect(await jobs.take(hour(22), hour(60))).toEqual({ document: hashOf('b'), attempt: 2 })
    await jobs.end(hashOf('a'), null)
    await jobs.end(hashOf('b'), 'unreadable')
    await jobs.keep(hashOf('a'), hour(90), { step: 'copy', done: 2, of: 7 })
    await jobs.release(hashOf('b'))
    expect(await jobs.take(hour(99), hour(100))).toBeNull()
    expect(await jobs.state(hashOf('a'))).toEqual({ state: 'done' })
    expect(await jobs.state(hashOf('b'))).toEqual({ state: 'failed', fault: 'unreadable' })
  })

  it('[D1] what failed waits once more where that is asked, and nothing else does', async () => {
    const { intakeJobs: jobs } = database()
    for (const name of ['e', 'f']) await passed(name)
    const again = async () => {
      for (const name of ['e', 'f', 'none']) await jobs.again(hashOf(name), 2)
    }
    const take = async () => (await jobs.take(hour(10), hour(20)))?.document
    const first = await take()
    await again()
    const second = await take()
    expect([first, second].sort()).toEqual([hashOf('e'), hashOf('f')].sort())
    expect(await take()).toBeUndefined()
    await jobs.end(hashOf('e'), 'crashed')
    await jobs.end(hashOf('f'), null)
    await again()
    expect(await jobs.state(hashOf('e'))).toEqual({ state: 'waiting' })
    expect(await jobs.state(hashOf('f'))).toEqual({ state: 'done' })
    expect(await jobs.take(hour(30), hour(40))).toMatchObject({ attempt: 3 })
    expect(await jobs.state(hashOf('none'))).toBeUndefined()
  })

  it('[D4] a derived file is stored whole and once, and read from anywhere to anywhere', async () => {
    const { derived } = database()
    const bytes = Uint8Array.from({ length: chunkBytes + 5 }, (_, i) => i % 251)
    await Promise.all([derived.put(hashOf('d'), bytes, hour(1)), derived.put(hashOf('d'), bytes, hour(2))])
    await derived.put(hashOf('d'), Uint8Array.of(1), hour(3))
    expect(await derived.size(hashOf('d'))).toBe(bytes.length)
    expect(await derived.size(hashOf('none'))).toBeNull()
    const read = async (from: number, to: number) => {
      const pieces: Uint8Array[] = []
      for await (const piece of derived.read(hashOf('d'), from, to)) pieces.push(piece)
      return Buffer.concat(pieces)
    }
    for (const [from, to] of [
      [0, bytes.length],
      [chunkBytes - 2, chunkBytes + 2],
      [chunkBytes, chunkBytes + 5],
      [3, 4],
      [5, 5],
    ] as const) {
      expect((await read(from, to)).equals(bytes.subarray(from, to))).toBe(true)
    }
    await expect(read(0, bytes.length + 1)).rejects.toThrow(RangeError)
    await expect(read(-1, 1)).rejects.toThrow(RangeError)
  })
}
