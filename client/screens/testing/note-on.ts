import type { Geometry } from '../../../shared/domain/annotation.ts'
import { DocumentId } from '../../../shared/domain/id.ts'
import { hashOf, person } from '../../../shared/domain/testing/cabinet.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { DossierNote } from '../note-filter.ts'

const documents = ['to-trinh', 'du-thao'].map((id) => ({
  id: DocumentId.parse(id),
  title: id,
  kind: 'draft' as const,
  hash: hashOf(id),
  size: 1,
  pages: 9,
}))

/** A note of m2, or of another, on one of two documents. */
export function noteOn(
  document: number,
  given: {
    id: string
    page: number | null
    at?: number
    author?: string
    colour?: string
    geometry?: Geometry
  },
): DossierNote {
  const on = documents[document]
  if (!on) throw new Error('no such document')
  const {
    id,
    page,
    at = 1,
    author = 'm2',
    colour = '#1f4fd8',
    geometry = { kind: 'text', box: [0, 0, 1, 1], size: 9 },
  } = given
  return {
    document: on,
    page,
    note: {
      id,
      version: on.hash,
      page: page ?? 0,
      author: person(author),
      createdAt: instant(at),
      quote: null,
      geometry,
      colour,
      width: 1,
      offset: { dx: 0, dy: 0 },
      modifiedAt: null,
      placement: null,
      text: '',
      layer: 'private',
      isMine: author === 'm2',
    },
  }
}
