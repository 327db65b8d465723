import { z } from 'zod'
import { Mark } from './ballot.ts'
import { BallotId, Hash, PersonId } from './id.ts'

/**
 * Which files of a ballot a member's own tablets have opened (B8, D1): evidence for the Office, and how a member's second tablet
 * learns what has been read on the first. That a page was shown, never how long, nor which.
 */
export const OpenedDocuments = z.strictObject({
  kind: z.literal('opened-documents'),
  ballot: BallotId,
  person: PersonId,
  /** One mark a file, the first device's. */
  files: z.array(Mark.extend({ hash: Hash })),
})
export type OpenedDocuments = z.infer<typeof OpenedDocuments>

export const openedDocumentsKey = (ballot: BallotId, person: PersonId): string =>
  `opened-documents/${ballot}/${person}`

/** What one act may name: a dossier read through is one act, or a few. */
export const mostOpenedAtOnce = 50
