/** Where reading a document begins, when something has led there. */
export type DocumentTarget = {
  /** A place in it, as a link of another document or a search named it. */
  goTo: string | null
  /** Words to mark in it. */
  find: string | null
  /** A note to choose. */
  note: string | null
  /** What had led there stays open beside the pages. */
  side: 'find' | 'notes' | null
}

export const fromWhereOneWas: DocumentTarget = { goTo: null, find: null, note: null, side: null }

/** @param page from 0; null where it is not known, and the note itself says it */
export const noteTarget = (
  note: string,
  page: number | null,
  side: DocumentTarget['side'] = null,
): DocumentTarget => ({ ...fromWhereOneWas, goTo: page === null ? null : `page=${page + 1}`, note, side })
