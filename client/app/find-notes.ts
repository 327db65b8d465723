import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DossierId } from '../../shared/domain/dossier.ts'
import { logicalDocument } from '../../shared/domain/note-layer.ts'
import { eachWord, findPlaces, foldedWords, searchable } from '../../shared/lib/find-text.ts'
import { type Snippet, snippetOf } from '../../shared/lib/snippet.ts'
import type { ShownAnnotation } from './annotation-handle.ts'
import type { NoteBook } from './note-book.ts'

/** One of one's own notes in which words were found: its own, or those that it marks. */
export type FoundNote = {
  dossier: DossierId
  document: BallotDocument
  note: ShownAnnotation
  words: Snippet
}

type Searched = { dossier: DossierId; content: { documents: readonly BallotDocument[] } }

const folded = new WeakMap<ShownAnnotation, string>()
const letters = { before: 60, after: 160 }

/** In what stands on this device at this moment: what was erased is found no more, and what colleagues wrote never was. */
export function findNotes(
  query: string,
  dossiers: readonly Searched[],
  book: Pick<NoteBook, 'own'>,
): FoundNote[] {
  if (searchable(query, false).plain.trimEnd() === '') return []
  const words = searchable(query, false).plain.match(eachWord()) ?? []
  const own = book.own()
  const all = dossiers.flatMap(({ dossier, content }) =>
    content.documents.flatMap((document) => {
      const notes = own.get(logicalDocument(dossier, document.id)) ?? []
      return notes.flatMap((note) => {
        const plain = folded.get(note) ?? foldedWords(textsOf(note).join('\n'))
        folded.set(note, plain)
        const found = words.every((word) => plain.includes(word)) ? firstIn(note, query) : null
        return found ? [{ dossier, document, note, words: found }] : []
      })
    }),
  )
  // The words as a phrase come before words that stand apart.
  return all.sort((a, b) => Number(a.words.apart !== null) - Number(b.words.apart !== null))
}

/** Words that it stands beside are not its own. */
const textsOf = ({ text, quote, geometry }: ShownAnnotation) => [
  text,
  'quads' in geometry ? (quote?.exact ?? '') : '',
]

function firstIn(note: ShownAnnotation, query: string): Snippet | null {
  for (const text of textsOf(note)) {
    const places = findPlaces(text, query)
    const place = places.find(({ length }) => length === 1) ?? places[0]
    if (place) return snippetOf(text, place, letters)
  }
  return null
}
