import type { Hash } from '../../shared/domain/id.ts'
import type { Found } from '../../shared/lib/find-text.ts'

/** The words of all documents on this device, made searchable in memory and nowhere else. */

/**
 * A line around what was found, in three parts; a part is cut at a word. `apart`: the words found within `match`, where they do
 * not stand together.
 */
export type Snippet = { before: string; match: string; after: string; apart: Found[] | null }

/** The first place on that page, from 1. */
export type PageHit = Snippet & { page: number }

export type DocumentHits = {
  document: Hash
  /** On how many pages; `hits` holds the first of them, those with the words as a phrase before the others. */
  pages: number
  /** On how many of them they are a phrase. */
  phrases: number
  hits: PageHit[]
}

export type SearchIndex = {
  /** Resolves when its words can be found; a document put again is what it is now. */
  put(document: Hash, pages: readonly (string | null)[]): Promise<void>
  remove(document: Hash): void
  find(query: string): Promise<DocumentHits[]>
  /** Nothing of it stays. */
  close(): void
}
