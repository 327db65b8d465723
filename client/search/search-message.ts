import type { Hash } from '../../shared/domain/id.ts'
import type { DocumentHits } from '../app/search-port.ts'

/** What goes to the search worker and what comes back; each question is answered once, by its number. */

export type SearchRequest = { no: number } & (
  | { kind: 'put'; document: Hash; pages: readonly (string | null)[] }
  | { kind: 'remove'; document: Hash }
  | { kind: 'find'; query: string }
)

export type SearchReply = { no: number; found: DocumentHits[] }
