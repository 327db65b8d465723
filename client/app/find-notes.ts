import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DossierId } from '../../shared/domain/dossier.ts'
import { logicalDocument } from '../../shared/domain/note-layer.ts'
import { findText, foldedWords, searchable } from '../../shared/lib/find-text.ts'
import type { ShownAnnotation } from './annotation-handle.ts'
import type { NoteBook } from './note-book.ts'
import type { Snippet } from './search-port.ts'

/** One of one's own notes in which words were found: its own, or those that it marks. */
export type FoundNote = {
  dossier: DossierId
  document: BallotDocument
  note: ShownAnnotation
  words: Snippet
}

type Searched = { dossier: DossierId; content: { documents: readonly BallotDocument[] } }

const folded = new WeakMap<ShownAnnotation, string>()
const lettersBefore = 60
const lettersAfter = 160

/** In what stands on this device at this moment: what was erased is found no more, and what colleagues wrote never was. */
export function findNotes(
  query: string,
  dossiers: readonly Searched[],
  book: Pick<NoteBook, 'own'>,
): FoundNote[] {
  const wanted = searchable(query, false).plain.trimEnd()
  if (wanted === '') return []
  const own = book.own()
  return dossiers.flatMap(({ dossier, content }) =>
    content.documents.flatMap((document) => {
      const notes = own.get(logicalDocument(dossier, document.id)) ?? []
      return notes.flatMap((note) => {
        const plain = folded.get(note) ?? foldedWords(textsOf(note).join('\n'))
        folded.set(note, plain)
        const words = plain.includes(wanted) ? firstIn(note, query) : null
        return words ? [{ dossier, document, note, words }] : []
      })
    }),
  )
}

const textsOf = ({ text, quote }: ShownAnnotation) => [text, quote?.exact ?? '']

function firstIn(note: ShownAnnotation, query: string): Snippet | null {
  for (const text of textsOf(note)) {
    const [place] = findText(text, query)
    if (!place) continue
    const end = place.start + place.length
    const from = Math.max(0, place.start - lettersBefore)
    const to = Math.min(text.length, end + lettersAfter)
    return {
      before: (from > 0 ? '… ' : '') + text.slice(from, place.start),
      match: text.slice(place.start, end),
      after: text.slice(end, to) + (to < text.length ? ' …' : ''),
    }
  }
  return null
}
