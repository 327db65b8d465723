import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLiveWorld } from './testing/live-world.ts'
import { createMemorySocket, joinRoom, requestOf } from './testing/memory-client.ts'

const rooms = ['notes/an/doc', 'acts/tablet/r1', 'live/m1/a', 'news/tablet']

const message = (...parts: (number | Uint8Array)[]) =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
  })

function honestFrames(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 77
  doc.getText('t').insert(0, 'Đồng ý với tờ trình')
  doc.getText('t').format(1, 3, { bold: true })
  doc.getMap('acts').set('a1', new Uint8Array(40).fill(7))
  doc.getArray('list').push([1, { a: [null, 'x'] }])
  doc.getArray('list').delete(0, 1)
  const state = '{"page":3}'
  const presence = encoding.encode((encoder) => {
    for (const number of [1, 77, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, state)
  })
  return [
    message(0, 0, Y.encodeStateVector(doc)),
    message(0, 1, Y.encodeStateAsUpdate(doc)),
    message(0, 2, Y.encodeStateAsUpdate(doc)),
    message(1, presence),
    message(3),
  ]
}

const honest = honestFrames()
const frame = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => message(0, 2, bytes)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => message(0, 0, bytes)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => message(1, bytes)),
  fc
    .tuple(
      fc.constantFrom(...honest),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
    )
    .map(([base, changes]) => {
      const bytes = base.slice()
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      return bytes
    }),
  fc.tuple(fc.constantFrom(...honest), fc.nat(200)).map(([base, length]) => base.slice(0, length)),
)

describe('hostile frames', () => {
  it('[O6] thousands of random and mutated frames: no exception, and an honest pair in the same room goes on', async () => {
    const { live, time, events } = createLiveWorld({ frameBurst: 1e9, commitWindowMs: 0 })
    const writer = joinRoom(live, 'notes/an/doc', 'person=an')
    const reader = joinRoom(live, 'notes/an/doc', 'person=an')
    await time.advance(1)
    let closed = 0
    for (const [index, bytes] of fc.sample(frame, { numRuns: 6000, seed: 20261121 }).entries()) {
      const socket = createMemorySocket()
      const peer = live.connect(rooms[index % rooms.length] ?? '', requestOf('person=an'), socket)
      await time.rest()
      peer.receive(bytes)
      await time.advance(0)
      if (socket.closedWith !== null) closed++
      peer.closed()
    }
    writer.doc.getMap('honest').set('k', 'v')
    await time.advance(10)
    expect(closed).toBeGreaterThan(3000)
    expect(closed).toBeLessThan(6000)
    expect(reader.doc.getMap('honest').get('k')).toBe('v')
    expect([writer.socket.closedWith, reader.socket.closedWith]).toEqual([null, null])
    expect(events.filter((event) => event.kind === 'room-failed')).toEqual([])
  })

  it('[O6] what the attack left behind can be read by the next server', async () => {
    const first = createLiveWorld({ frameBurst: 1e9 })
    const frames = fc.sample(frame, { numRuns: 1500, seed: 7 })
    for (const bytes of frames) {
      const peer = first.live.connect('notes/an/doc', requestOf('person=an'), createMemorySocket())
      await first.time.rest()
      peer.receive(bytes)
      peer.closed()
    }
    await first.time.advance(10)
    const second = createLiveWorld({}, first.store)
    const writer = joinRoom(second.live, 'notes/an/doc', 'person=an')
    const reader = joinRoom(second.live, 'notes/an/doc', 'person=an')
    await second.time.advance(10)
    writer.doc.getMap('honest').set('k', 'v')
    await second.time.advance(10)
    expect([reader.doc.getMap('honest').get('k'), reader.socket.closedWith]).toEqual(['v', null])
  })

  it('[O6] text frames and frames after the end change nothing', async () => {
    const { live, time } = createLiveWorld()
    const socket = createMemorySocket()
    const peer = live.connect('notes/an/doc', requestOf('person=an'), socket)
    await time.advance(1)
    peer.receiveText()
    expect(socket.closedWith).toBe(4422)
    for (const bytes of honest) peer.receive(bytes)
    peer.pong()
    peer.closed()
    peer.closed()
    await time.advance(10)
    expect(live.counts().sockets).toBe(0)
  })
})
