import { expect, test } from 'vitest'
import { DocumentId } from '../../shared/domain/id.ts'
import { person } from '../../shared/domain/testing/cabinet.ts'
import { anyNote, choicesIn, type DossierNote, filterNotes, inReadingOrder } from './note-filter.ts'
import { noteOn } from './testing/note-on.ts'

const quads = [[0, 1, 1, 1, 0, 0, 1, 0]]
const notes = [
  noteOn(1, { id: 'later', page: 4 }),
  noteOn(0, { id: 'green-ink', page: 2, colour: '#1f7a3d', geometry: { kind: 'ink', strokes: [] } }),
  noteOn(0, { id: 'green-words', page: 2, at: 0, colour: '#7fd88a', geometry: { kind: 'highlight', quads } }),
  noteOn(0, { id: 'lost', page: null, author: 'm3' }),
  noteOn(0, { id: 'mark', page: 0, colour: '#c62828', geometry: { kind: 'bookmark' } }),
]
const idsOf = (list: readonly DossierNote[]) => list.map(({ note }) => note.id)

test('[A3] the notes of a dossier are filtered by document, kind, author and colour, each of which is offered where it occurs', () => {
  const by = (given: Partial<typeof anyNote>) => idsOf(filterNotes(notes, { ...anyNote, ...given }))
  expect(by({})).toHaveLength(5)
  expect(by({ document: DocumentId.parse('du-thao') })).toEqual(['later'])
  expect(by({ kind: 'bookmark' })).toEqual(['mark'])
  expect(by({ author: person('m3') })).toEqual(['lost'])
  expect(by({ colour: 'green' })).toEqual(['green-ink', 'green-words'])
  expect(by({ colour: 'green', kind: 'ink' })).toEqual(['green-ink'])
  expect(choicesIn(notes)).toEqual({
    documents: ['du-thao', 'to-trinh'],
    kinds: ['text', 'ink', 'highlight', 'bookmark'],
    authors: ['m2', 'm3'],
    // A bookmark's red is nobody's choice.
    colours: ['blue', 'green'],
  })
})

test('stand by document and page, those without a place first', () => {
  expect(inReadingOrder(notes).map((group) => [group.document.title, ...idsOf(group.notes)])).toEqual([
    ['du-thao', 'later'],
    ['to-trinh', 'lost', 'mark', 'green-words', 'green-ink'],
  ])
})
