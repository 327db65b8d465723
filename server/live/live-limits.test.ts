import { describe, expect, it } from 'vitest'
import type { LiveLimits } from './limits.ts'
import { createLiveWorld } from './testing/live-world.ts'
import { createMemorySocket, joinRoom, requestOf } from './testing/memory-client.ts'

const room = 'notes/an/doc'

async function worldWithClient(limits: Partial<LiveLimits>) {
  const world = createLiveWorld(limits)
  const client = joinRoom(world.live, room, 'person=an')
  await world.time.advance(10)
  return { ...world, client }
}

describe('limits of the live server', () => {
  it('[O6] a frame too large closes with 4413', async () => {
    const { client } = await worldWithClient({ frameBytes: 1000 })
    client.doc.getText('t').insert(0, 'x'.repeat(1000))
    expect(client.socket.closedWith).toBe(4413)
  })

  it('[O6] a room too large takes no more, and stays readable', async () => {
    const { client, live, time } = await worldWithClient({ roomBytes: 5000 })
    for (let n = 0; n < 10; n++) {
      client.doc.getText('t').insert(0, 'x'.repeat(900))
      await time.advance(10)
    }
    expect(client.socket.closedWith).toBe(4413)
    const reader = joinRoom(live, room, 'person=an')
    await time.advance(10)
    expect(reader.doc.getText('t').length).toBe(4500)
  })

  it('[O6] more frames than agreed close with 4529; a pause earns new ones', async () => {
    const { client, time } = await worldWithClient({ frameBurst: 20, framesPerSecond: 10, stateCost: 1 })
    const note = client.doc.getMap('m')
    for (let n = 0; n < 15; n++) note.set('k', n)
    await time.advance(2000)
    for (let n = 0; n < 15; n++) note.set('k', n)
    expect(client.socket.closedWith).toBe(null)
    for (let n = 0; n < 10; n++) note.set('k', n)
    expect(client.socket.closedWith).toBe(4529)
  })

  it('[O6] large frames count more: bytes a second are bounded too', async () => {
    const { client } = await worldWithClient({ frameBurst: 100, bytesPerFrame: 100, stateCost: 1 })
    for (let n = 0; n < 4; n++) client.doc.getMap('m').set('k', 'x'.repeat(2000))
    expect(client.socket.closedWith).toBe(null)
    client.doc.getMap('m').set('k', 'x'.repeat(2000))
    expect(client.socket.closedWith).toBe(4529)
  })

  it('[O6] what a person sends is bounded over all their sockets and rooms, one after another', async () => {
    const { live, time } = createLiveWorld({ personBurstBytes: 5000, personBytesPerSecond: 100 })
    const sendTo = async (room: string, query = 'person=an') => {
      const client = joinRoom(live, room, query)
      await time.advance(10)
      client.doc.getText('t').insert(0, 'x'.repeat(2000))
      await time.advance(10)
      client.leave()
      return client.socket.closedWith
    }
    expect(await sendTo('notes/an/one')).toBe(null)
    expect(await sendTo('notes/an/two')).toBe(null)
    expect(await sendTo('notes/an/three')).toBe(4529)
    expect(await sendTo('notes/binh/one', 'person=binh')).toBe(null)
    await time.advance(30_000)
    expect(await sendTo('notes/an/four')).toBe(null)
  })

  it('[O6] frames sent before the gate has spoken are bounded', async () => {
    const { live, gate } = createLiveWorld({ openingFrames: 5 })
    gate.holdAnswers()
    const socket = createMemorySocket()
    const peer = live.connect(room, requestOf('person=an'), socket)
    for (let n = 0; n < 5; n++) peer.receive(Uint8Array.from([3]))
    expect(socket.closedWith).toBe(null)
    peer.receive(Uint8Array.from([3]))
    expect(socket.closedWith).toBe(4529)
  })

  it('[O6] updates that wait for a slow disk are bounded', async () => {
    const { client, store } = await worldWithClient({ inboxBytes: 3000 })
    store.holdWrites()
    for (let n = 0; n < 4; n++) client.doc.getText('t').insert(0, 'x'.repeat(900))
    expect(client.socket.closedWith).toBe(4529)
  })

  it('[O6] who does not read is cut, and the others go on', async () => {
    const { client, live, time } = await worldWithClient({ bufferedBytes: 1000 })
    const slow = joinRoom(live, room, 'person=an')
    await time.advance(10)
    slow.socket.buffered = 1001
    client.doc.getText('t').insert(0, 'x')
    await time.advance(10)
    expect([slow.socket.closedWith, client.socket.closedWith]).toEqual([4508, null])
    expect(client.stored).toBe(client.sentUpdates)
  })

  it('[O6] who answers no ping is dropped; who does stays', async () => {
    const { client, live, time } = await worldWithClient({ heartbeatMs: 1000 })
    const dead = joinRoom(live, room, 'person=an')
    for (let beats = 0; beats < 3; beats++) {
      client.peer.pong()
      await time.advance(1000)
    }
    expect([client.socket.dropped, dead.socket.dropped, live.counts().sockets]).toEqual([false, true, 1])
    expect(client.socket.pings).toBe(3)
    expect([...(client.socket.frames.at(-1) ?? [])]).toEqual([1, 1, 0])
  })

  it('[O6] sockets are counted per person, per address and in all, and given back', async () => {
    const { live, time } = createLiveWorld({ socketsPerPerson: 2, socketsPerAddress: 3, sockets: 4 })
    const connect = async (person: string, address: string) => {
      const socket = createMemorySocket()
      const peer = live.connect(room, requestOf(`person=${person}`, address), socket)
      await time.advance(1)
      return { socket, peer }
    }
    const first = await connect('an', '192.0.2.1')
    await connect('an', '192.0.2.1')
    expect((await connect('an', '192.0.2.1')).socket.closedWith).toBe(4530)
    await connect('binh', '192.0.2.1')
    expect((await connect('chi', '192.0.2.1')).socket.closedWith).toBe(4530)
    await connect('chi', '192.0.2.2')
    expect((await connect('dung', '192.0.2.3')).socket.closedWith).toBe(4530)
    first.peer.closed()
    expect((await connect('an', '192.0.2.1')).socket.closedWith).toBe(null)
  })

  it('[O6] what waits for its base is bounded, and only its author goes', async () => {
    const { client, live, time, events } = await worldWithClient({ pendingBytes: 100 })
    const hostile = createMemorySocket()
    const peer = live.connect(room, requestOf('person=an'), hostile)
    await time.advance(10)
    client.doc.getText('t').insert(0, 'good')
    // A string of 180 characters whose base the server was never sent.
    const base = Uint8Array.from([1, 1, 1, 5, 132, 1, 4, 180, 1, ...new Array<number>(180).fill(97), 0])
    peer.receive(Uint8Array.from([0, 2, (base.length & 127) | 128, base.length >> 7, ...base]))
    await time.advance(10)
    expect([hostile.closedWith, client.socket.closedWith]).toEqual([4422, null])
    expect(client.stored).toBe(client.sentUpdates)
    expect(events.filter((event) => event.kind === 'room-healed')).toHaveLength(1)
  })
})
