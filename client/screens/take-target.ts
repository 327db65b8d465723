import type { DossierId } from '../../shared/domain/dossier.ts'
import type { Search } from '../app/search.ts'
import { type DocumentTarget, fromWhereOneWas, noteTarget } from './document-target.ts'

/** Which document of a dossier is to be opened, and where in it: a search or a list has led there. */
export function takeTarget(search: Pick<Search, 'target'>, dossier: DossierId) {
  const found = search.target(dossier)
  if (!found) return null
  const { document, page, query, note } = found
  const goTo = page === null ? null : `page=${page}`
  const target: DocumentTarget =
    note === null
      ? { ...fromWhereOneWas, goTo, find: query === '' ? null : query }
      : noteTarget(note, page === null ? null : page - 1)
  return { document, target }
}
