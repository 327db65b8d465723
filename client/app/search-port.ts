import type { Hash } from '../../shared/domain/id.ts'

/** The words of all documents on this device, made searchable in memory and nowhere else. */

/** A line around what was found, in three parts; a part is cut at a word. */
export type Snippet = { before: string; match: string; after: string }

/** The first place on that page, from 1. */
export type PageHit = Snippet & { page: number }

export type DocumentHits = {
  document: Hash
  /** On how many pages; `hits` holds the first of them. */
  pages: number
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
