import type { ActOf } from './act.ts'
import { hasBeenIssued } from './ballot.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event, Standpoint } from './event.ts'
import type { OpenedDocuments } from './opened-documents.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** Of a ballot that was issued, files that some version of it holds or held; they mean nothing for any other. */
export function decideOpenedDocuments(
  act: ActOf<'mark-documents-opened'>,
  { reader }: Pick<DecideContext, 'reader'>,
): Verdict {
  const { ballot: id, files } = act.body
  const ballot = reader.get('ballot', `ballot/${id}`)
  if (!ballot || !hasBeenIssued(ballot)) return refused({ kind: 'not-found' })
  if (!files.every((file) => ballot.files.includes(file))) return refused({ kind: 'unknown-version' })
  return accepted({ kind: 'documents-opened', ballot: id, person: act.person, files })
}

/** The first mark of a file is the evidence: a second tablet's adds nothing. */
export function applyToOpenedDocuments(
  before: OpenedDocuments | undefined,
  { ballot, person, files }: Extract<Event, { kind: 'documents-opened' }>,
  standpoint: Standpoint,
): OpenedDocuments {
  const known = before?.files ?? []
  const fresh = files.filter((hash) => !known.some((mark) => mark.hash === hash))
  const added = fresh.map((hash) => ({ ...standpoint, hash }))
  return { kind: 'opened-documents', ballot, person, files: [...known, ...added] }
}
