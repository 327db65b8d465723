import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLiveWorld } from './testing/live-world.ts'
import { joinRoom } from './testing/memory-client.ts'

const room = 'acts/tablet/r1'
const query = 'person=an&device=tablet'
const sealed = (...bytes: number[]) => Uint8Array.from(bytes)

describe('outbox rooms', () => {
  it('[O2] new acts are handed over with the update that carries them, once, with the device of the gate', async () => {
    const { live, time, store } = createLiveWorld()
    const client = joinRoom(live, room, query)
    await time.advance(10)
    client.doc.getMap('acts').set('a1', sealed(1))
    client.doc.getMap('acts').set('a2', sealed(2, 2))
    await time.advance(10)
    client.doc.getMap('acts').set('a3', sealed(3))
    await time.advance(10)
    expect(store.taken.map(({ person, device, entries }) => ({ person, device, entries }))).toEqual([
      {
        person: 'an',
        device: 'tablet',
        entries: [
          { id: 'a1', sealed: sealed(1) },
          { id: 'a2', sealed: sealed(2, 2) },
        ],
      },
      { person: 'an', device: 'tablet', entries: [{ id: 'a3', sealed: sealed(3) }] },
    ])
    expect(client.stored).toBe(client.sentUpdates)
  })

  it('[O2] acts written while away arrive with the first synchronisation', async () => {
    const { live, time, store } = createLiveWorld()
    const doc = new Y.Doc()
    doc.getMap('acts').set('offline', sealed(9))
    joinRoom(live, room, query, doc)
    await time.advance(10)
    expect(store.taken.flatMap((one) => one.entries)).toEqual([{ id: 'offline', sealed: sealed(9) }])
  })

  it('[O2] after a failed take the same acts come again with the next connection', async () => {
    const { live, time, store } = createLiveWorld()
    const client = joinRoom(live, room, query)
    await time.advance(10)
    const storedBefore = client.stored
    store.failNextWrite()
    client.doc.getMap('acts').set('a1', sealed(1))
    await time.advance(10)
    expect([client.socket.closedWith, store.taken, client.stored]).toEqual([4503, [], storedBefore])
    client.leave()
    joinRoom(live, room, query, client.doc)
    await time.advance(10)
    expect(store.taken.flatMap((one) => one.entries.map((entry) => entry.id))).toEqual(['a1'])
  })

  it('[O2] a restart hands nothing over twice, and an overwritten act once more', async () => {
    const first = createLiveWorld()
    const client = joinRoom(first.live, room, query)
    client.doc.getMap('acts').set('a1', sealed(1))
    await first.time.advance(10)
    const second = createLiveWorld({}, first.store)
    const again = joinRoom(second.live, room, query, client.doc)
    await second.time.advance(10)
    expect(first.store.taken).toHaveLength(1)
    again.doc.getMap('acts').set('a1', sealed(2))
    await second.time.advance(10)
    expect(first.store.taken.at(-1)?.entries).toEqual([{ id: 'a1', sealed: sealed(2) }])
  })

  it('[O6] values that are no bytes and keys too long are passed over, and poison nothing', async () => {
    const { live, time, store } = createLiveWorld()
    const client = joinRoom(live, room, query)
    await time.advance(10)
    const acts = client.doc.getMap<unknown>('acts')
    acts.set('text', 'clear text')
    acts.set('x'.repeat(200), sealed(1))
    acts.set('map', new Y.Map())
    acts.set('good', sealed(4))
    await time.advance(10)
    expect(store.taken.flatMap((one) => one.entries)).toEqual([{ id: 'good', sealed: sealed(4) }])
    expect(client.socket.closedWith).toBe(null)
  })

  it('[O6] who has no session adds to all outboxes of a device together only so much; who has one goes on', async () => {
    const { live, time, store } = createLiveWorld({ deviceOutboxBytes: 3000 })
    const anonymous = (name: string) => joinRoom(live, name, `${query}&session=no`)
    const fill = async (name: string) => {
      const client = anonymous(name)
      await time.advance(10)
      client.doc.getMap('acts').set(name, new Uint8Array(1200))
      await time.advance(10)
      return client.socket.closedWith
    }
    const ends = [await fill('acts/tablet/r1'), await fill('acts/tablet/r2'), await fill('acts/tablet/r3')]
    expect(ends).toEqual([null, null, 4413])
    expect(await store.bytesUnder('acts/tablet/')).toBeLessThan(3000)
    const again = createLiveWorld({ deviceOutboxBytes: 3000 }, store)
    const late = joinRoom(again.live, 'acts/tablet/r4', `${query}&session=no`)
    await again.time.advance(10)
    late.doc.getMap('acts').set('more', new Uint8Array(1200))
    const owner = joinRoom(again.live, 'acts/tablet/r5', query)
    await again.time.advance(10)
    owner.doc.getMap('acts').set('own', new Uint8Array(1200))
    await again.time.advance(10)
    expect([late.socket.closedWith, owner.socket.closedWith]).toEqual([4413, null])
  })

  it('an outbox whose acts are all settled disappears; one with unsettled acts stays', async () => {
    const { live, time, store } = createLiveWorld({ idleMs: 1000 })
    const settled = joinRoom(live, room, query)
    const waiting = joinRoom(live, 'acts/tablet/r2', query)
    for (const client of [settled, waiting]) client.doc.getMap('acts').set('a1', sealed(1))
    await time.advance(10)
    settled.doc.getMap('acts').delete('a1')
    await time.advance(10)
    settled.leave()
    waiting.leave()
    await time.advance(3000)
    expect([store.rowCount(room), store.rowCount('acts/tablet/r2'), live.counts().rooms]).toEqual([0, 1, 0])
  })
})
