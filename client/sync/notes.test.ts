import { afterEach, describe, expect, it } from 'vitest'
import type { LiveLimits } from '../../server/live/limits.ts'
import { createLiveWorld } from '../../server/live/testing/live-world.ts'
import type { NoteRoom } from '../app/note-ports.ts'
import { coreOf, createNotesTablet, ownRoom, stroke } from './testing/notes-world.ts'

type Tablet = ReturnType<typeof createNotesTablet>
const started: Tablet[] = []
afterEach(() => {
  for (const { hub } of started.splice(0)) hub.stop()
})

function setUp(limits: Partial<LiveLimits> = {}) {
  const world = createLiveWorld(limits)
  const tablet = (
    ...given: Parameters<typeof createNotesTablet> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const one = createNotesTablet(world, ...given)
    started.push(one)
    return one
  }
  return { ...world, tablet }
}

const rooms = [{ name: ownRoom, isWritable: true }]
const ids = (room: NoteRoom) => room.read().annotations.map(({ id }) => id)

describe('two tablets of one person', () => {
  it('[A3] what either writes, both have, on the server’s disk before it is called so', async () => {
    const { tablet, time, store } = setUp()
    const [one, two] = [tablet(1), tablet(2)]
    for (const { hub } of [one, two]) hub.exchange(rooms)
    const a = one.hub.open(ownRoom, true).room
    const b = two.hub.open(ownRoom, true).room
    await time.advance(200)
    const first = a.add(coreOf(), {})
    const second = b.add(coreOf({ geometry: { kind: 'note', at: [1, 2] } }), { text: 'Xem lại' })
    expect(a.sync().kind).toBe('sending')
    const release = store.holdWrites()
    await time.advance(200)
    expect([a.sync().kind, b.read().annotations.length]).toEqual(['sending', 1])
    release()
    await time.advance(200)
    expect(ids(a).sort()).toEqual([first, second].sort())
    expect(ids(b).sort()).toEqual([first, second].sort())
    expect([a.sync().kind, b.sync().kind]).toEqual(['synced', 'synced'])
  })

  it('[A3] written apart for a while: both, the same, and nothing twice', async () => {
    const { tablet, time } = setUp()
    const [one, two] = [tablet(1), tablet(2)]
    for (const { hub } of [one, two]) hub.exchange(rooms)
    const a = one.hub.open(ownRoom, true).room
    const b = two.hub.open(ownRoom, true).room
    await time.advance(200)
    const id = a.add(coreOf(), {})
    await time.advance(200)
    for (const { sockets } of [one, two]) {
      sockets.setMood('refused')
      sockets.cut()
    }
    a.change([id], { colour: '#112233' })
    b.change([id], { offset: { dx: 5, dy: 6 } })
    b.text(id)?.edit(0, 0, 'Đề nghị')
    a.add(coreOf({ geometry: stroke(3) }), {})
    b.add(coreOf({ geometry: stroke(4) }), {})
    await time.advance(1000)
    expect([a.sync(), b.sync()]).toEqual([
      { kind: 'offline', isSent: false },
      { kind: 'offline', isSent: false },
    ])
    for (const { sockets, network } of [one, two]) {
      sockets.setMood('open')
      network.set(true)
    }
    await time.advance(3000)
    expect(a.read()).toEqual(b.read())
    expect(a.read().annotations.find((each) => each.id === id)).toMatchObject({
      colour: '#112233',
      offset: { dx: 5, dy: 6 },
      text: 'Đề nghị',
    })
    expect(ids(a)).toHaveLength(3)
  })

  it('[A3] what was written offline goes out after a restart, and is on the other tablet before it is opened there', async () => {
    const { tablet, time } = setUp()
    const one = tablet(1)
    const written = one.hub.open(ownRoom, true)
    await written.room.ready()
    const id = written.room.add(coreOf(), {})
    await written.room.whenStored()
    one.life.kill()
    one.hub.stop()
    const again = tablet(3, { disk: one.disk })
    again.hub.exchange(rooms)
    await time.advance(2000)
    expect(again.sockets.openCount()).toBe(0)
    const two = tablet(2)
    two.hub.exchange(rooms)
    await time.advance(2000)
    two.sockets.setMood('refused')
    const read = two.hub.open(ownRoom, true).room
    await read.ready()
    expect(ids(read)).toEqual([id])
  })
})

describe('a room', () => {
  it('[O1] is saved only after the write; what a full disk refused is tried again', async () => {
    const { tablet, time } = setUp()
    const { hub, life } = tablet(1)
    const { room } = hub.open(ownRoom, true)
    await room.ready()
    life.failNextWrite({ kind: 'storage-full' })
    room.add(coreOf(), {})
    expect(room.saved()).toEqual({ kind: 'saving' })
    await time.rest()
    expect(room.saved()).toEqual({ kind: 'not-saved', fault: { kind: 'storage-full' } })
    await time.advance(5000)
    expect(room.saved()).toEqual({ kind: 'saved' })
    life.failNextWrite({ kind: 'storage-full' })
    life.failNextWrite({ kind: 'storage-full' })
    room.add(coreOf(), {})
    await time.rest()
    await expect(room.whenStored()).rejects.toMatchObject({ kind: 'storage-full' })
    await room.whenStored()
  })

  it('[A3] is there as it was when it is opened again, however many updates it was made of', async () => {
    const { tablet, time } = setUp()
    const { hub, disk } = tablet(1)
    const first = hub.open(ownRoom, true)
    await first.room.ready()
    for (let i = 0; i < 150; i++) first.room.add(coreOf({ page: i }), {})
    await first.room.whenStored()
    const before = first.room.read()
    first.release()
    await time.rest()
    expect(disk.notes.size).toBe(150)
    const second = hub.open(ownRoom, true)
    await second.room.ready()
    expect(second.room.read()).toEqual(before)
    await time.rest()
    expect(disk.notes.size).toBe(1)
    const id = second.room.add(coreOf(), {})
    await second.room.whenStored()
    second.release()
    await time.rest()
    const third = hub.open(ownRoom, true)
    await third.room.ready()
    expect(ids(third.room)).toContain(id)
    expect(ids(third.room)).toHaveLength(151)
  })

  it('[O5] written in the moment before a lock is there after it', async () => {
    const { tablet, time } = setUp()
    const { hub, life, disk } = tablet(1)
    const { room } = hub.open(ownRoom, true)
    await room.ready()
    room.add(coreOf(), {})
    hub.stop()
    life.lock()
    await time.rest()
    expect(disk.notes.size).toBe(1)
  })

  it('[O6] that the server finds too large says so, and keeps what it has', async () => {
    const { tablet, time } = setUp({ roomBytes: 600 })
    const { hub } = tablet(1)
    hub.exchange(rooms)
    const { room } = hub.open(ownRoom, true)
    await time.advance(200)
    for (let i = 0; i < 10; i++) room.add(coreOf({ geometry: stroke(i) }), {})
    await time.advance(500)
    expect([room.sync().kind, room.read().annotations.length, room.saved().kind]).toEqual([
      'too-large',
      10,
      'saved',
    ])
  })
})

describe('a shared layer', () => {
  const layer = `shared/${'b'.repeat(32)}/an`

  it('[A2] its reader sees what its author writes, and has it offline', async () => {
    const { tablet, time, gate } = setUp()
    gate.readOnly('binh')
    const [author, reader] = [tablet(1), tablet(2, { who: 'binh' })]
    author.hub.exchange([{ name: layer, isWritable: true }])
    reader.hub.exchange([{ name: layer, isWritable: false }])
    const mine = author.hub.open(layer, true).room
    const theirs = reader.hub.open(layer, false)
    await time.advance(200)
    const id = mine.add(coreOf(), {})
    await time.advance(200)
    expect([ids(theirs.room), theirs.room.sync().kind]).toEqual([[id], 'synced'])
    theirs.release()
    await time.rest()
    reader.sockets.setMood('refused')
    const offline = reader.hub.open(layer, false).room
    await offline.ready()
    expect(ids(offline)).toEqual([id])
  })

  it('[A2] taken off the list: the line ends, and the copy is forgotten', async () => {
    const { tablet, time, gate, live } = setUp()
    gate.readOnly('binh')
    const [author, reader] = [tablet(1), tablet(2, { who: 'binh' })]
    author.hub.exchange([{ name: layer, isWritable: true }])
    reader.hub.exchange([{ name: layer, isWritable: false }])
    const mine = author.hub.open(layer, true).room
    const theirs = reader.hub.open(layer, false).room
    await time.advance(200)
    mine.add(coreOf(), {})
    await time.advance(200)
    gate.deny('binh')
    void live.recheck('binh')
    await time.advance(100)
    expect([theirs.sync().kind, reader.disk.notes.size > 0]).toEqual(['refused', true])
    mine.add(coreOf(), {})
    await time.advance(200)
    expect(ids(theirs)).toHaveLength(1)
    reader.hub.exchange([])
    await reader.hub.forget(layer)
    expect([reader.disk.notes.size, reader.sockets.openCount()]).toEqual([0, 0])
  })
})

describe('rounds', () => {
  it('[A3] go through all rooms one by one and come again after ten minutes; without a line they wait', async () => {
    const { tablet, time } = setUp()
    const { hub, sockets, network } = tablet(1)
    const many = Array.from({ length: 5 }, (_, i) => ({
      name: `notes/an/${String(i).repeat(32)}`,
      isWritable: true,
    }))
    sockets.setMood('refused')
    hub.exchange(many)
    await time.advance(1000)
    expect(sockets.dialled.length).toBeGreaterThan(0)
    const asked = sockets.dialled.length
    sockets.setMood('open')
    network.set(true)
    await time.advance(2000)
    expect(new Set(sockets.dialled.slice(asked))).toEqual(new Set(many.map(({ name }) => name)))
    const after = sockets.dialled.length
    await time.advance(8 * 60_000)
    expect(sockets.dialled.length).toBe(after)
    await time.advance(3 * 60_000)
    expect(sockets.dialled.length).toBe(after + 5)
    expect(sockets.openCount()).toBe(0)
  })
})
