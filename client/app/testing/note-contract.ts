import { utf8 } from '../../../shared/lib/bytes.ts'
import { assertEqual, type ContractCase, rejectionOf } from './contract-case.ts'
import { restartUnlocked, type TabletSubject, withKeys } from './tablet-subject.ts'

const room = 'notes/person-1/doc'
const other = 'shared/doc/person-2'

/** What every NoteStore promises. */
export const noteContract: ContractCase<TabletSubject>[] = [
  {
    name: '[O1] a room never written to is empty, and is none',
    async run(subject) {
      const { notes } = await withKeys(subject)
      assertEqual(await notes.load(room), { updates: [], upTo: 0, isUnsent: false })
      assertEqual(await notes.rooms(), [])
    },
  },
  {
    name: '[O1] what was said to be saved is there after a restart, in its order, each room its own',
    async run(subject) {
      const { notes } = await withKeys(subject)
      await notes.load(room)
      await notes.load(other)
      await notes.append(room, utf8('a'), true)
      await Promise.all(['b', 'c', 'd'].map((text) => notes.append(room, utf8(text), true)))
      await notes.append(other, utf8('x'), true)
      const next = await restartUnlocked(subject)
      assertEqual((await next.notes.load(room)).updates, ['a', 'b', 'c', 'd'].map(utf8))
      assertEqual((await next.notes.load(other)).updates, [utf8('x')])
      assertEqual(await next.notes.rooms(), [room, other])
    },
  },
  {
    name: '[A3] after a restart numbering goes on: nothing is written over',
    async run(subject) {
      const first = await withKeys(subject)
      await first.notes.load(room)
      await first.notes.append(room, utf8('a'), true)
      const next = await restartUnlocked(subject)
      await next.notes.load(room)
      await next.notes.append(room, utf8('b'), true)
      assertEqual((await next.notes.load(room)).updates, [utf8('a'), utf8('b')])
    },
  },
  {
    name: '[A3] a snapshot takes the place of what it says, and of nothing that came meanwhile',
    async run(subject) {
      const { notes } = await withKeys(subject)
      await notes.load(room)
      await notes.append(room, utf8('a'), true)
      await notes.append(room, utf8('b'), true)
      const { upTo } = await notes.load(room)
      await Promise.all([notes.append(room, utf8('c'), true), notes.compact(room, utf8('ab'), upTo)])
      const next = await restartUnlocked(subject)
      assertEqual((await next.notes.load(room)).updates, [utf8('c'), utf8('ab')])
    },
  },
  {
    name: '[O5] what was given in before a lock is saved; after it nothing is read and nothing taken',
    async run(subject) {
      const { notes, keyring } = await withKeys(subject)
      await notes.load(room)
      const begun = notes.append(room, utf8('a'), true)
      keyring.lock()
      await begun
      assertEqual(await rejectionOf(notes.append(room, utf8('b'), true)), 'locked')
      assertEqual(await rejectionOf(notes.load(room)), 'locked')
      assertEqual(await rejectionOf(notes.rooms()), 'locked')
      const next = await restartUnlocked(subject)
      assertEqual((await next.notes.load(room)).updates, [utf8('a')])
    },
  },
  {
    name: '[O5] a flipped bit takes its own update and no other, and is told',
    async run(subject) {
      const { notes } = await withKeys(subject)
      await notes.load(room)
      for (const text of ['a', 'b', 'c']) await notes.append(room, utf8(text), true)
      await subject.damage('notes')
      assertEqual((await notes.load(room)).updates.length, 2)
      assertEqual(subject.told(), ['notes'])
    },
  },
  {
    name: '[A3] what is still being written is part of what is read',
    async run(subject) {
      const { notes } = await withKeys(subject)
      await notes.load(room)
      const begun = ['a', 'b'].map((text) => notes.append(room, utf8(text), true))
      assertEqual(await notes.load(room), { updates: ['a', 'b'].map(utf8), upTo: 2, isUnsent: true })
      await Promise.all(begun)
    },
  },
  {
    name: '[O1] what was written here is known as unsent over every restart, until it is said to be sent',
    async run(subject) {
      const first = await withKeys(subject)
      await first.notes.load(room)
      await first.notes.append(room, utf8('a'), false)
      const second = await restartUnlocked(subject)
      assertEqual((await second.notes.load(room)).isUnsent, false)
      await second.notes.append(room, utf8('b'), true)
      await second.notes.append(room, utf8('c'), false)
      const third = await restartUnlocked(subject)
      assertEqual((await third.notes.load(room)).isUnsent, true)
      await Promise.all([third.notes.markSent(room), third.notes.append(room, utf8('d'), false)])
      const fourth = await restartUnlocked(subject)
      assertEqual((await fourth.notes.load(room)).isUnsent, false)
      await Promise.all([fourth.notes.markSent(room), fourth.notes.append(room, utf8('e'), true)])
      const fifth = await restartUnlocked(subject)
      assertEqual((await fifth.notes.load(room)).isUnsent, true)
    },
  },
  {
    name: '[A2] a room that is taken away is gone, and the others stay',
    async run(subject) {
      const { notes } = await withKeys(subject)
      await notes.load(room)
      await notes.load(other)
      await notes.append(room, utf8('a'), true)
      await notes.append(other, utf8('x'), true)
      await notes.remove(other)
      assertEqual(await notes.rooms(), [room])
      assertEqual(await notes.load(other), { updates: [], upTo: 0, isUnsent: false })
    },
  },
  {
    name: '[O1] nothing is written to a room that was not read',
    async run(subject) {
      const { notes } = await withKeys(subject)
      assertEqual(await rejectionOf(notes.append(room, utf8('a'), true)), 'TypeError')
    },
  },
]
