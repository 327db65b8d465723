import { describe, expect, it } from 'vitest'
import type { RoomStore } from '../app/room-port.ts'
import { createLiveServer } from './live-server.ts'
import { createLiveWorld } from './testing/live-world.ts'
import { createManualTime } from './testing/manual-time.ts'
import { joinRoom } from './testing/memory-client.ts'
import { createMemoryRoomStore } from './testing/memory-room-store.ts'
import { createQueryGate } from './testing/query-gate.ts'

const room = 'notes/an/doc'

describe('rights in rooms', () => {
  it('[O3] nothing is loaded before the gate has said yes', async () => {
    const memory = createMemoryRoomStore()
    const loads: string[] = []
    const store: RoomStore = {
      ...memory,
      load: (name, after) => {
        loads.push(name)
        return memory.load(name, after)
      },
    }
    const time = createManualTime()
    const gate = createQueryGate()
    gate.deny('binh')
    const options = { gate, store, intake: memory, clock: time, timers: time, log: () => {} }
    const live = createLiveServer(options)
    const nobody = joinRoom(live, room, '')
    const stranger = joinRoom(live, room, 'person=binh')
    const noRoom = joinRoom(live, 'secrets/an', 'person=an')
    await time.advance(10)
    expect([nobody, stranger, noRoom].map((client) => client.socket.closedWith)).toEqual([4401, 4403, 4403])
    expect(loads).toEqual([])
    joinRoom(live, room, 'person=an')
    await time.advance(10)
    expect(loads).toEqual([room])
  })

  it('[O3] room names with other shapes are refused like forbidden ones', async () => {
    const { live } = createLiveWorld()
    const names = [
      '',
      '/',
      'notes',
      'notes/an',
      'notes/an/doc/x',
      'notes/../an',
      'acts//r',
      'notes/a n/d',
      '__proto__',
      'live/',
    ]
    expect(names.map((name) => joinRoom(live, name, 'person=an').socket.closedWith)).toEqual(
      names.map(() => 4403),
    )
    expect(live.counts()).toEqual({ sockets: 0, rooms: 0 })
  })

  it('[O3] who only reads gets everything and writes nothing', async () => {
    const { live, time, gate } = createLiveWorld()
    gate.readOnly('binh')
    const writer = joinRoom(live, room, 'person=an')
    const reader = joinRoom(live, room, 'person=binh')
    writer.doc.getText('t').insert(0, 'a')
    await time.advance(10)
    expect(reader.doc.getText('t').toString()).toBe('a')
    reader.doc.getText('t').insert(0, 'b')
    await time.advance(10)
    expect([reader.socket.closedWith, writer.doc.getText('t').toString()]).toEqual([4403, 'a'])
  })

  it('[O5] a right withdrawn closes the socket, and what still waited is not stored', async () => {
    const { live, time, gate, store } = createLiveWorld()
    const lost = joinRoom(live, room, 'person=an')
    const other = joinRoom(live, room, 'person=binh')
    await time.advance(10)
    lost.doc.getText('t').insert(0, 'too late')
    gate.deny('an')
    const done = live.recheck('an')
    await time.advance(50)
    await done
    expect([lost.socket.closedWith, other.socket.closedWith, store.rowCount(room)]).toEqual([4403, null, 0])
    const back = joinRoom(live, room, 'person=an')
    await time.advance(10)
    expect(back.socket.closedWith).toBe(4403)
  })

  it('[O5] the right to write withdrawn: reading goes on, what still waited is not stored', async () => {
    const { live, time, gate, store } = createLiveWorld()
    const demoted = joinRoom(live, room, 'person=an')
    await time.advance(10)
    gate.readOnly('an')
    await live.recheck('an')
    demoted.doc.getText('t').insert(0, 'x')
    await time.advance(10)
    expect([demoted.socket.closedWith, store.rowCount(room)]).toEqual([4403, 0])
  })

  it('a right that stands: the socket goes on, and nothing sent meanwhile is lost', async () => {
    const { live, time, gate } = createLiveWorld()
    const client = joinRoom(live, room, 'person=an')
    await time.advance(10)
    client.doc.getText('t').insert(0, 'a')
    const release = gate.holdAnswers()
    const done = live.recheck('an')
    client.doc.getText('t').insert(1, 'b')
    await time.advance(50)
    const storedMeanwhile = client.stored
    release()
    await done
    await time.advance(10)
    expect(storedMeanwhile).toBeLessThan(client.sentUpdates)
    expect([client.stored, client.socket.closedWith]).toEqual([client.sentUpdates, null])
  })

  it('[O5] a right withdrawn while the gate is thinking of the first entry counts', async () => {
    const { live, time, gate } = createLiveWorld()
    const release = gate.holdAnswers()
    const client = joinRoom(live, room, 'person=an')
    await time.advance(10)
    gate.deny('an')
    await live.recheck('an')
    release()
    await time.advance(10)
    expect(client.socket.closedWith).toBe(4403)
  })

  it('a gate that breaks closes with "again, later"', async () => {
    const { live, time, gate, events } = createLiveWorld()
    gate.break()
    const client = joinRoom(live, room, 'person=an')
    await time.advance(10)
    expect([client.socket.closedWith, events.some((event) => event.kind === 'room-failed')]).toEqual([
      4503,
      true,
    ])
  })

  it('stopping waits for nobody whose rights are being asked', async () => {
    const { live, time, gate } = createLiveWorld()
    const client = joinRoom(live, room, 'person=an')
    await time.advance(10)
    gate.holdAnswers()
    client.doc.getText('t').insert(0, 'a')
    void live.recheck('an')
    const stopping = live.stop()
    await time.advance(10)
    await stopping
    expect(client.socket.closedWith).toBe(1012)
  })
})
