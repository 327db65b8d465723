import { afterEach, expect, it } from 'vitest'
import { createLiveWorld } from '../../server/live/testing/live-world.ts'
import type { NoteRoom } from '../app/note-ports.ts'
import { coreOf, createNotesTablet, ownRoom } from './testing/notes-world.ts'

type Tablet = ReturnType<typeof createNotesTablet>
const started: Tablet[] = []
afterEach(() => {
  for (const { hub } of started.splice(0)) hub.stop()
})

function setUp() {
  const world = createLiveWorld()
  const tablet = (seed: number, given: { disk?: Tablet['disk'] } = {}) => {
    const one = createNotesTablet(world, seed, given)
    started.push(one)
    return one
  }
  return { ...world, tablet }
}

const rooms = [{ name: ownRoom, isWritable: true }]
const ids = (room: NoteRoom) => room.read().annotations.map(({ id }) => id)

it('[O1] [A3] written letter by letter and killed: a glance shows what the document does, and all that was said to be saved', async () => {
  const { tablet, time } = setUp()
  const words = 'Đề nghị làm rõ nguồn vốn đối ứng của địa phương, theo từng năm'
  for (let failsAt = 0; failsAt < words.length; failsAt += 7) {
    const first = tablet(1)
    const { room } = first.hub.open(ownRoom, true)
    await room.ready()
    const id = room.add(coreOf({ geometry: { kind: 'note', at: [1, 2] } }), { text: '' })
    await room.whenStored()
    let saved = ''
    for (const [at, letter] of [...words].entries()) {
      if (at === failsAt) first.life.failNextWrite({ kind: 'storage-refused', detail: 'once' })
      room.text(id)?.edit(at, 0, letter)
      if (at % 5 === 4) await time.rest()
      if (room.saved().kind === 'saved') saved = words.slice(0, at + 1)
    }
    first.life.kill()
    first.hub.stop()
    const again = tablet(2, { disk: first.disk })
    const glanced = (await again.hub.glance(ownRoom, true)).annotations[0]?.text ?? ''
    const opened = again.hub.open(ownRoom, true).room
    await opened.ready()
    expect(opened.read().annotations[0]?.text).toBe(glanced)
    expect(words.startsWith(glanced)).toBe(true)
    expect(glanced.length).toBeGreaterThanOrEqual(saved.length)
    expect(again.disk.notes.size).toBe(1 + glanced.length)
  }
})

it('[O1] counts as unsent until the server has it on disk, over every restart', async () => {
  const { tablet, time, store } = setUp()
  const first = tablet(1)
  const { room } = first.hub.open(ownRoom, true)
  await room.ready()
  expect([first.hub.unsent(), room.sync()]).toEqual([[], { kind: 'offline', isSent: true }])
  room.add(coreOf(), {})
  expect(first.hub.unsent()).toEqual([{ room: ownRoom, isUnderWay: false }])
  await room.whenStored()
  first.life.kill()
  first.hub.stop()
  const second = tablet(2, { disk: first.disk })
  await second.hub.glance(ownRoom, true)
  expect(second.hub.unsent()).toEqual([{ room: ownRoom, isUnderWay: false }])
  const release = store.holdWrites()
  const held = second.hub.open(ownRoom, true)
  second.hub.exchange(rooms)
  await time.advance(500)
  expect(second.hub.unsent()).toHaveLength(1)
  release()
  await time.advance(500)
  expect([second.hub.unsent(), held.room.sync().kind]).toEqual([[], 'synced'])
  second.hub.stop()
  const third = tablet(3, { disk: first.disk })
  await third.hub.glance(ownRoom, true)
  expect(third.hub.unsent()).toEqual([])
  const later = third.hub.open(ownRoom, true).room
  later.erase(ids(later))
  expect(third.hub.unsent()).toHaveLength(1)
})

it('[A3] that found no network go again at once where it comes back meanwhile', async () => {
  const { tablet, time } = setUp()
  const writer = tablet(1)
  writer.hub.exchange(rooms)
  writer.hub.open(ownRoom, true)
  const { hub, sockets, network, disk } = tablet(2)
  await time.advance(500)
  const other = { name: `notes/an/${'c'.repeat(32)}`, isWritable: true }
  sockets.setMood('refused')
  hub.exchange([other, ...rooms])
  const written = writer.hub.open(ownRoom, true).room
  written.add(coreOf(), {})
  for (let i = 0; i < 100 && sockets.dialled.length === 0; i++) await time.advance(0)
  expect(sockets.dialled).toHaveLength(1)
  sockets.setMood('open')
  network.set(true)
  await time.advance(2000)
  expect([...disk.notes.values()].map(({ room }) => room)).toContain(ownRoom)
})
