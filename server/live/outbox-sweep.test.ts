import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { dayMs, instant } from '../../shared/lib/time.ts'
import { createMemoryDatabase } from '../app/testing/memory-database.ts'
import { createOutboxSweep } from './outbox-sweep.ts'

/** Outboxes with these acts in them; `in-ledger` acts are settled. */
async function setUp(rooms: Record<string, string[]>) {
  const database = createMemoryDatabase().connect()
  let now = instant(Date.UTC(2026, 2, 2))
  const open: string[] = []
  for (const [room, ids] of Object.entries(rooms)) {
    const doc = new Y.Doc()
    for (const id of ids) doc.getMap('acts').set(id, Uint8Array.of(1))
    await database.rooms.append([{ room, update: Y.encodeStateAsUpdate(doc) }])
  }
  const sweep = createOutboxSweep({
    store: { load: database.rooms.load, ...database.outboxRooms },
    areSettled: async (ids) => ids.every((id) => id.startsWith('in-ledger')),
    openRooms: () => open,
    clock: { now: () => now },
    log: () => {},
  })
  return {
    sweep,
    open,
    pass: (ms: number) => {
      now = instant(now + ms)
    },
    left: async () => {
      const rows = await Promise.all(Object.keys(rooms).map((room) => database.rooms.load(room, 0)))
      return Object.keys(rooms).filter((_, i) => (rows[i]?.length ?? 0) > 0)
    },
  }
}

const settled = 'acts/tablet/settled'
const waiting = 'acts/tablet/waiting'
const notes = 'notes/an/doc'

it('[O2] an outbox that nobody had open for a day is emptied where the ledger holds all that is in it', async () => {
  const { sweep, pass, left } = await setUp({
    [settled]: ['in-ledger-1', 'in-ledger-2'],
    [waiting]: ['in-ledger-3', 'turned-away'],
    [notes]: ['in-ledger-4'],
  })
  expect(await sweep()).toBe(0)
  pass(dayMs - 1)
  expect([await sweep(), await left()]).toEqual([0, [settled, waiting, notes]])
  pass(1)
  expect([await sweep(), await left()]).toEqual([1, [waiting, notes]])
})

it('[O2] one that is open stays, and its day begins anew', async () => {
  const { sweep, open, pass, left } = await setUp({ [settled]: ['in-ledger-1'] })
  await sweep()
  open.push(settled)
  pass(2 * dayMs)
  await sweep()
  open.length = 0
  await sweep()
  pass(dayMs - 1)
  expect([await sweep(), await left()]).toEqual([0, [settled]])
})

it('what never entered the ledger lies a month; it is on its tablet still', async () => {
  const { sweep, pass, left } = await setUp({ [waiting]: ['turned-away'] })
  await sweep()
  pass(30 * dayMs - 1)
  expect(await sweep()).toBe(0)
  pass(1)
  expect([await sweep(), await left()]).toEqual([1, []])
})
