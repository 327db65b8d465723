import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { LiveLimits } from './limits.ts'
import { createLiveWorld, type LiveWorld } from './testing/live-world.ts'
import { createManualTime } from './testing/manual-time.ts'
import { joinRoom, type MemoryClient } from './testing/memory-client.ts'
import { createMemoryRoomStore } from './testing/memory-room-store.ts'

const rooms = ['notes/an/1', 'acts/tablet/r']
const limits: Partial<LiveLimits> = { idleMs: 40, compactRows: 5, compactIdleRows: 2, frameBurst: 1e9 }

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('write' as const), who: fc.nat(5) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(8) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('drop' as const), who: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('idle' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stall' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const), server: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('recheck' as const) }) },
)

interface Person {
  doc: Y.Doc
  room: string
  server: number
  name: string
  said: string[]
  client: MemoryClient | null
}

const wordsOf = (doc: Y.Doc): string[] => [...doc.getMap('acts').keys()]

/** Two servers on one store, six people on them; whatever happens, the two promises are looked at after every step. */
function createSchedule() {
  const store = createMemoryRoomStore()
  const time = createManualTime()
  const begin = (): LiveWorld => createLiveWorld(limits, store, time)
  const servers = [begin(), begin()]
  const people: Person[] = Array.from({ length: 6 }, (_, index) => ({
    doc: new Y.Doc(),
    room: rooms[index % 2] ?? '',
    server: index < 4 ? 0 : 1,
    name: `p${index}`,
    said: [],
    client: null,
  }))
  const seen = { shown: 0, acknowledged: 0, reconnected: 0 }

  async function storedWords(room: string): Promise<Set<string>> {
    const doc = new Y.Doc()
    for (const row of await store.load(room, 0)) Y.applyUpdate(doc, row.update)
    return new Set(wordsOf(doc))
  }

  function leave(person: Person): void {
    person.client?.leave()
    person.client = null
  }

  function dial(): void {
    for (const person of people) {
      if (person.client && person.client.socket.closedWith === null) continue
      leave(person)
      const live = servers[person.server]?.live
      if (live) person.client = joinRoom(live, person.room, `person=${person.name}`, person.doc)
      seen.reconnected++
    }
  }

  async function look(): Promise<void> {
    for (const room of rooms) {
      const stored = await storedWords(room)
      for (const person of people.filter((one) => one.room === room)) {
        const others = wordsOf(person.doc).filter((word) => !person.said.includes(word))
        expect(others.filter((word) => !stored.has(word))).toEqual([])
        seen.shown += others.length
        const { client } = person
        if (!client || client.stored < client.sentUpdates || client.stored === 0) continue
        expect(person.said.filter((word) => !stored.has(word))).toEqual([])
        seen.acknowledged += person.said.length
      }
    }
  }

  const kill = (index: number) => {
    for (const person of people) if (person.server === index) leave(person)
    servers[index] = begin()
  }

  return { store, time, servers, people, seen, dial, look, kill, leave, storedWords }
}

async function run(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
  const world = createSchedule()
  const { store, time, people } = world
  let release = () => {}
  for (const [index, one] of steps.entries()) {
    if (one.kind === 'write' || one.kind === 'drop') {
      const person = people[one.who]
      if (person && one.kind === 'drop') world.leave(person)
      else if (person) {
        const word = `${person.name}-${index}`
        person.said.push(word)
        person.doc.getMap('acts').set(word, Uint8Array.from([index]))
      }
    } else if (one.kind === 'wait') await time.advance(one.ms)
    else if (one.kind === 'idle') {
      for (const person of people) world.leave(person)
      await time.advance(200)
    } else if (one.kind === 'fail') store.failNextWrite()
    else if (one.kind === 'stall') {
      release()
      release = store.holdWrites()
    } else if (one.kind === 'kill') world.kill(one.server)
    else if (one.kind === 'recheck') for (const { live } of world.servers) void live.recheck('p1')
    if (one.kind !== 'stall' && index % 3 === 0) release()
    if (index % 4 === 0) world.dial()
    for (const { live } of world.servers) for (const room of rooms) live.onRemoteUpdate(room)
    await time.rest()
    await world.look()
  }
  release()
  for (let round = 0; round < 4; round++) {
    world.dial()
    await time.advance(20)
    for (const { live } of world.servers) for (const room of rooms) live.onRemoteUpdate(room)
    await time.advance(5)
  }
  await world.look()
  for (const room of rooms) {
    const stored = await world.storedWords(room)
    const inRoom = people.filter((person) => person.room === room)
    expect([...stored].sort()).toEqual(inRoom.flatMap((person) => person.said).sort())
    for (const person of inRoom) expect(wordsOf(person.doc).sort()).toEqual([...stored].sort())
  }
  const handedOver = new Set(store.taken.flatMap((one) => one.entries.map((entry) => entry.id)))
  const written = people.filter((person) => person.room === rooms[1]).flatMap((person) => person.said)
  expect(written.filter((word) => !handedOver.has(word))).toEqual([])
  return world.seen
}

describe('schedules', () => {
  it('[O2] whatever happens, nothing is shown or acknowledged that is not stored, and nothing said is lost', async () => {
    const seen = { shown: 0, acknowledged: 0, reconnected: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), async (steps) => {
        const one = await run(steps)
        seen.shown += one.shown
        seen.acknowledged += one.acknowledged
        seen.reconnected += one.reconnected
      }),
      { numRuns: 60, seed: 20261121 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1000)
  })
})
