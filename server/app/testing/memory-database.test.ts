import { expect, it } from 'vitest'
import { appendOne } from './ledger-rows.ts'
import { createMemoryDatabase } from './memory-database.ts'

/** Whether a promise has settled once everything that can go on has gone on. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending')
  const settled = promise.then(
    () => null,
    () => null,
  )
  for (let turn = 0; turn < 100; turn++) await Promise.resolve()
  return (await Promise.race([settled, Promise.resolve(pending)])) === pending
}

it('[O2] a killed process leaves nothing half done, hears nothing more, and holds no lock', async () => {
  const database = createMemoryDatabase()
  const heard: number[] = []
  const killed = database.connect(async (step) => {
    if (step === 'commit') killed.kill()
  })
  killed.signals.subscribe((upTo) => heard.push(upTo))
  const write = killed.ledger.write((ledger) => appendOne(ledger))
  const queued = killed.ledger.write((ledger) => appendOne(ledger))
  const later = killed.rooms.append([{ room: 'notes/a/b', update: Uint8Array.of(1) }])
  const next = database.connect()
  expect(await next.ledger.write((ledger) => appendOne(ledger))).toBe(0)
  await next.signals.publish(0)
  expect(await isPending(write)).toBe(true)
  expect(await isPending(queued)).toBe(true)
  expect(await isPending(later)).toBe(true)
  expect(await isPending(killed.ledger.read.head())).toBe(true)
  expect((await next.ledger.read.head()).size).toBe(1)
  expect(await next.rooms.load('notes/a/b', 0)).toEqual([])
  expect(heard).toEqual([])
})

it('[O2] a write fails before its commit and leaves nothing, or after it and is there', async () => {
  const database = createMemoryDatabase().connect()
  const write = () => database.ledger.write((ledger) => appendOne(ledger))
  database.failWrites(1)
  await expect(write()).rejects.toThrow('failed at commit')
  expect((await database.ledger.read.head()).size).toBe(0)
  database.failWrites(1, 'after-commit')
  await expect(write()).rejects.toThrow('failed at committed')
  expect((await database.ledger.read.head()).size).toBe(1)
  expect(await write()).toBe(1)
  const append = () => database.rooms.append([{ room: 'r', update: Uint8Array.of(1) }])
  database.failWrites(2)
  await expect(append()).rejects.toThrow()
  await expect(
    database.sessions.removeExpired(await database.ledger.read.head().then((h) => h.lastAt)),
  ).rejects.toThrow()
  expect(await append()).toEqual([1])
})

it('[O4] a backup brought back is the ledger as it was, any number of times', async () => {
  const database = createMemoryDatabase()
  const before = database.connect()
  await before.ledger.write((ledger) => appendOne(ledger, {}, { rows: [{ key: 'agency/a', scopes: ['x'] }] }))
  const restore = database.snapshot()
  for (let turn = 0; turn < 2; turn++) {
    const connection = database.connect()
    await connection.ledger.write((ledger) =>
      appendOne(ledger, {}, { rows: [{ key: 'agency/a', scopes: [] }] }),
    )
    expect((await connection.ledger.read.head()).size).toBe(2)
    connection.kill()
    restore()
    const again = database.connect()
    expect((await again.ledger.read.head()).size).toBe(1)
    expect((await again.ledger.read.rows(['agency/a']))[0]?.trail).toEqual([0])
  }
})

it('what a transaction leaves behind is of no use after its end', async () => {
  const database = createMemoryDatabase().connect()
  const late = await database.ledger.write(async (ledger) => ledger)
  await expect(late.putOpenings(4, [])).rejects.toThrow('after the end')
})
