import type { Hash } from '../../shared/domain/id.ts'
import type { PagesFound } from '../../shared/lib/page-scan.ts'

/** The words of all documents on this device, made searchable in memory and nowhere else. */

export type DocumentHits = PagesFound & { document: Hash }

export type SearchIndex = {
  /** Resolves when its words can be found; a document put again is what it is now. */
  put(document: Hash, pages: readonly (string | null)[]): Promise<void>
  remove(document: Hash): void
  find(query: string): Promise<DocumentHits[]>
  /** Nothing of it stays. */
  close(): void
}
