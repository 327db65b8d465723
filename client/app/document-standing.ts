import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DocumentId, Hash } from '../../shared/domain/id.ts'
import type { Instant } from '../../shared/lib/time.ts'

/** What a reader should know of a document before opening it (M1, B5): whether they have, and whether it came late. */
export type DocumentStanding = {
  reading:
    | { kind: 'read' }
    | { kind: 'unread' }
    /** `was`: the version of it that they read, which this one has replaced. */
    | { kind: 'changed'; was: Hash }
  /** Sent after the dossier went out, with this version of it; `isNew`: nothing stood in its place before. */
  late: { no: number; at: Instant; isNew: boolean } | null
}

type Sources = {
  contentOf(hash: Hash): { documents: readonly BallotDocument[] } | undefined
  isOpened(hash: Hash): boolean
}

/** Of each document of the version now in force; versions whose words this device does not hold say nothing. */
export function documentStandings(
  { versions }: { versions: readonly { no: number; at: Instant; hash: Hash }[] },
  { contentOf, isOpened }: Sources,
): Map<DocumentId, DocumentStanding> {
  const version = versions.at(-1)
  const documents = (version && contentOf(version.hash)?.documents) ?? []
  const former = versions
    .slice(0, -1)
    .reverse()
    .flatMap(({ no, at, hash }) => {
      const held = contentOf(hash)?.documents
      return held ? [{ no, at, documents: held }] : []
    })
  return new Map(
    documents.map((document) => [
      document.id,
      {
        reading: readingOf(document, former, isOpened),
        late: version ? lateOf(document, version, former) : null,
      },
    ]),
  )
}

type Former = { no: number; at: Instant; documents: readonly BallotDocument[] }

const inPlaceOf = ({ id }: BallotDocument, { documents }: Former) =>
  documents.find((document) => document.id === id)?.hash

function readingOf(
  document: BallotDocument,
  former: readonly Former[],
  isOpened: (hash: Hash) => boolean,
): DocumentStanding['reading'] {
  if (isOpened(document.hash)) return { kind: 'read' }
  const was = former
    .map((one) => inPlaceOf(document, one))
    .find((hash) => hash !== undefined && isOpened(hash))
  return was === undefined ? { kind: 'unread' } : { kind: 'changed', was }
}

/** Newest first back to the version with which this very file came. */
function lateOf(
  document: BallotDocument,
  now: { no: number; at: Instant },
  former: readonly Former[],
): DocumentStanding['late'] {
  let { no, at } = now
  for (const one of former) {
    if (inPlaceOf(document, one) !== document.hash) break
    ;({ no, at } = one)
  }
  if (no === 1) return null
  const before = former.filter((one) => one.no < no)
  return { no, at, isNew: before.every((one) => inPlaceOf(document, one) === undefined) }
}

/** How much of a dossier waits to be read. */
export type ToRead = { unread: number; changed: number; of: number }

export function toRead(standings: ReadonlyMap<DocumentId, DocumentStanding>): ToRead {
  const count = (kind: DocumentStanding['reading']['kind']) =>
    [...standings.values()].filter(({ reading }) => reading.kind === kind).length
  return { unread: count('unread'), changed: count('changed'), of: standings.size }
}
