import { z } from 'zod'
import { Hash, textField } from '../domain/id.ts'

/** `POST /api/directives/search`: not in the address, since words that are sought may quote a paper. */
export const DirectiveSearchRequest = z.strictObject({ query: textField(200, 2) })

const place = z.strictObject({ start: z.int().min(0), length: z.int().min(0) })
const PageHit = z.object({
  page: z.int().min(1),
  before: z.string(),
  match: z.string(),
  after: z.string(),
  apart: z.array(place).nullable(),
})

/** Of the files of directives that one may read; `missing`: how many of them the server has no words of. */
export const DirectiveSearchReply = z.object({
  /** Those with the words as a phrase first. */
  found: z.array(
    z.object({
      document: Hash,
      pages: z.int().min(1),
      phrases: z.int().min(0),
      /** The first of the pages; none where very many documents were found. */
      hits: z.array(PageHit),
    }),
  ),
  missing: z.int().min(0),
})
export type DirectiveSearchReply = z.infer<typeof DirectiveSearchReply>
