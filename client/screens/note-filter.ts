import type { AnnotationKind } from '../../shared/domain/annotation.ts'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DocumentId, PersonId } from '../../shared/domain/id.ts'
import type { ShownAnnotation } from '../app/annotation-handle.ts'
import { type ColourWord, colourWord } from './mark-choices.ts'

/** A note of a dossier. `page` from 0 in the present version; null: it found no place there, or is still being looked for. */
export type DossierNote = { document: BallotDocument; note: ShownAnnotation; page: number | null }

/** Null: any. */
export type NoteFilter = {
  document: DocumentId | null
  kind: AnnotationKind | null
  author: PersonId | null
  colour: ColourWord | null
}

export const anyNote: NoteFilter = { document: null, kind: null, author: null, colour: null }

/** What a note can be found by; a bookmark and a sticky note have a colour that nobody chose. */
const factsOf = ({ document, note }: DossierNote) => ({
  document: document.id,
  kind: note.geometry.kind,
  author: note.author,
  colour: note.geometry.kind === 'note' || note.geometry.kind === 'bookmark' ? null : colourWord(note.colour),
})

export function filterNotes(notes: readonly DossierNote[], filter: NoteFilter): DossierNote[] {
  return notes.filter((each) => {
    const facts = factsOf(each)
    return (
      (filter.document === null || facts.document === filter.document) &&
      (filter.kind === null || facts.kind === filter.kind) &&
      (filter.author === null || facts.author === filter.author) &&
      (filter.colour === null || facts.colour === filter.colour)
    )
  })
}

/** What there is to choose from. */
export function choicesIn(notes: readonly DossierNote[]) {
  const facts = notes.map(factsOf)
  return {
    documents: [...new Set(facts.map(({ document }) => document))],
    kinds: [...new Set(facts.map(({ kind }) => kind))],
    authors: [...new Set(facts.map(({ author }) => author))],
    colours: [...new Set(facts.flatMap(({ colour }) => colour ?? []))],
  }
}

/** In the order of the dossier and of the pages; what has no place comes first, since it asks for one. */
export function inReadingOrder(
  notes: readonly DossierNote[],
): { document: BallotDocument; notes: DossierNote[] }[] {
  const groups = Map.groupBy(notes, ({ document }) => document)
  return [...groups].map(([document, theirs]) => ({
    document,
    notes: theirs.sort((a, b) => (a.page ?? -1) - (b.page ?? -1) || a.note.createdAt - b.note.createdAt),
  }))
}
