import { expect, test } from 'vitest'
import { minuteMs } from '../../shared/lib/time.ts'
import { noteEntries } from './note-entries.ts'
import { noteOn } from './testing/note-on.ts'

const ink = { kind: 'ink' as const, strokes: [] }
const stroke = (id: string, page: number, minutes: number, given = {}) =>
  noteOn(0, { id, page, at: minutes * minuteMs, geometry: ink, ...given })
const idsOf = (entries: ReturnType<typeof noteEntries>) =>
  entries.map(({ notes }) => notes.map(({ note }) => note.id).join(' '))

test('[A1] strokes made one soon after the other on a page are one line of the list, whatever was marked between', () => {
  const notes = [
    stroke('a', 0, 0),
    stroke('b', 0, 1),
    noteOn(0, { id: 'words', page: 0, at: 2 * minuteMs }),
    stroke('c', 0, 5),
    stroke('later', 0, 11),
    stroke('theirs', 0, 1, { author: 'm3' }),
    stroke('over', 1, 2),
  ]
  const entries = noteEntries(notes)
  expect(idsOf(entries)).toEqual(['a b c', 'words', 'later', 'theirs', 'over'])
  expect(entries[0]?.first.note.id).toBe('a')
})

test('one note stays one line, and nothing is left out', () => {
  const notes = [noteOn(0, { id: 'x', page: 0 }), noteOn(1, { id: 'y', page: null }), stroke('z', 2, 0)]
  expect(idsOf(noteEntries(notes))).toEqual(['x', 'y', 'z'])
})
