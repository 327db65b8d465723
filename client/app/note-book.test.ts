import { afterEach, expect, test } from 'vitest'
import { createLiveWorld } from '../../server/live/testing/live-world.ts'
import { DocumentId, type PersonId } from '../../shared/domain/id.ts'
import { logicalDocument } from '../../shared/domain/note-layer.ts'
import { ballotId, person } from '../../shared/domain/testing/cabinet.ts'
import { notesRoom, sharedRoom } from '../../shared/protocol/room.ts'
import { coreOf, createNotesTablet } from '../sync/testing/notes-world.ts'
import { createNoteBook } from './note-book.ts'

const document = DocumentId.parse('to-trinh')
const logical = logicalDocument(ballotId, document)
const [me, colleague] = [person('m2'), person('m3')]
const note = (author: PersonId) => coreOf({ author, geometry: { kind: 'note', at: [1, 2] } })

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function setUp() {
  const world = createLiveWorld()
  const tablet = createNotesTablet(world, 1, { who: 'm2' })
  const changes: string[] = []
  const bookOf = () => {
    const book = createNoteBook({
      me,
      hub: tablet.hub,
      layers: { authors: () => [colleague] },
      onChange: () => changes.push('changed'),
    })
    closing.push(book.close)
    return book
  }
  closing.push(() => tablet.hub.stop())
  return { ...tablet, world, changes, bookOf }
}

const textsOf = (list: readonly { text: string; isMine: boolean }[]) =>
  list.map(({ text, isMine }) => `${text}${isMine ? '' : ' (theirs)'}`)

test('[A1] [A2] what was stored is listed without opening its document and without a line; colleagues’ marks apart', async () => {
  const { hub, sockets, store, bookOf } = setUp()
  const write = async (room: string, author: PersonId, text: string) => {
    const open = hub.open(room, true)
    await open.room.ready()
    open.room.add(note(author), { text })
    await open.room.whenStored()
    open.release()
  }
  await write(notesRoom(me, logical), me, 'riêng')
  await write(sharedRoom(logical, me), me, 'chung')
  await write(sharedRoom(logical, colleague), colleague, 'của bạn')
  const book = bookOf()
  expect([book.on(ballotId, document), book.isRead()]).toEqual([[], false])
  await book.begin(await store.rooms())
  expect(book.isRead()).toBe(true)
  expect(textsOf(book.on(ballotId, document)).sort()).toEqual(['chung', 'của bạn (theirs)', 'riêng'])
  expect(textsOf([...book.own().values()].flat()).sort()).toEqual(['chung', 'riêng'])
  expect(sockets.dialled).toEqual([])
})

test('[A1] follows what is written and erased, and forgets a layer that is taken back', async () => {
  const { hub, world, changes, bookOf } = setUp()
  const book = bookOf()
  await book.begin([])
  const { room } = hub.open(notesRoom(me, logical), true)
  await room.ready()
  const id = room.add(note(me), { text: 'một' })
  await world.time.advance(10)
  expect(textsOf(book.on(ballotId, document))).toEqual(['một'])
  const before = book.own()
  expect(book.own()).toBe(before)
  room.text(id)?.edit(3, 0, ' và hai')
  await world.time.advance(10)
  expect(textsOf([...book.own().values()].flat())).toEqual(['một và hai'])
  room.erase([id])
  await world.time.advance(10)
  expect([book.on(ballotId, document), [...book.own().values()].flat()]).toEqual([[], []])
  expect(changes.length).toBeGreaterThanOrEqual(3)

  const theirs = hub.open(sharedRoom(logical, colleague), true)
  await theirs.room.ready()
  theirs.room.add(note(colleague), { text: 'của bạn' })
  theirs.room.add(note(me), { text: 'giả' })
  await world.time.advance(10)
  expect(textsOf(book.on(ballotId, document))).toEqual(['của bạn (theirs)'])
  book.forget(sharedRoom(logical, colleague))
  expect(book.on(ballotId, document)).toEqual([])
})
