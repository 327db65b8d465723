import { z } from 'zod'
import { DocumentKind } from './ballot.ts'
import { AgendaItemId, BallotId, MeetingId } from './id.ts'

/**
 * Documents of a matter from before their files were kept here: how many of which kind, and in how many copies each was handed
 * out. A row beside the ballot or the item, for who reads that: there is no file, no title and no hash that could be taken for one.
 */

export const PapersOfKind = z.strictObject({
  kind: DocumentKind,
  documents: z.int().min(1).max(10_000),
  /** Handed out of each. */
  copies: z.int().min(1).max(1000),
})
export type PapersOfKind = z.infer<typeof PapersOfKind>

const ofBallot = { ballot: BallotId }
const ofItem = { meeting: MeetingId, item: AgendaItemId }
const papers = z.array(PapersOfKind).min(1).max(20)

const kind = z.literal('past-papers')
export const PastPapers = z.union([
  z.strictObject({ kind, ...ofBallot, papers }),
  z.strictObject({ kind, ...ofItem, papers }),
])
export type PastPapers = z.infer<typeof PastPapers>

export const PastPapersFacts = z.strictObject({
  of: z.union([z.strictObject(ofBallot), z.strictObject(ofItem)]),
  papers,
})

type Holder = z.infer<typeof PastPapersFacts>['of']

export const pastPapersKey = (of: Holder): string =>
  'ballot' in of ? `past-papers/${of.ballot}` : `past-papers/${of.meeting}/${of.item}`
