import { type Ballot, type BallotDocument, currentVersion } from '../../shared/domain/ballot.ts'
import type { BallotId, Hash } from '../../shared/domain/id.ts'
import { allFiles, type Dossier, derivedOf, filesOf, type NamedFile } from './document-files.ts'
import { contentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** The ballots that this device holds, as dossiers of files. */
export type Dossiers = {
  /** Open ones by deadline, then closed ones, the last one first. */
  ballots(): Ballot[]
  openBallots(): Ballot[]
  documentsOf(ballot: BallotId): BallotDocument[]
  open(): Dossier[]
  /** The last one first. */
  closed(): Dossier[]
  /** Whatever any ballot held here names, of former versions too. */
  named(): Set<Hash>
}

const isOpen = ({ phase: { state } }: Ballot) => state === 'issued' || state === 'closing-waits'

export function createDossiers(copy: WorkingCopy): Dossiers {
  const ballots = () => {
    const all = copy.reader.list('ballot').filter(({ phase }) => phase.state !== 'recalled')
    const byDeadline = all.sort((a, b) => a.deadlineAt - b.deadlineAt)
    const closed = byDeadline.filter((ballot) => !isOpen(ballot))
    return [...byDeadline.filter(isOpen), ...closed.reverse()]
  }
  const documentsOf = (id: BallotId): BallotDocument[] => {
    const ballot = copy.reader.get('ballot', `ballot/${id}`)
    const hash = ballot && (currentVersion(ballot)?.hash ?? ballot.draft?.hash)
    return (hash && contentIn(copy, hash)?.documents) || []
  }
  const dossierOf = (ballot: Ballot): Dossier => {
    const documents = documentsOf(ballot.id)
    const now = new Set(documents.map(({ hash }) => hash))
    const former = ballot.versions
      .slice(0, -1)
      .flatMap(({ hash }) => contentIn(copy, hash)?.documents ?? [])
      .filter(({ hash }) => !now.has(hash))
    const files = (document: BallotDocument) => filesOf(document, copy)
    return { documents: documents.map(files), former: former.map(files) }
  }
  const openBallots = () => ballots().filter(isOpen)
  const open = () => openBallots().map(dossierOf)
  const closed = () =>
    ballots()
      .filter((ballot) => !isOpen(ballot))
      .map(dossierOf)
  return {
    ballots,
    openBallots,
    documentsOf,
    open,
    closed,
    named: () => {
      const files = [...open(), ...closed()].flatMap(filesIn)
      const compared = copy.reader.list('comparison').flatMap(({ derived }) => derived)
      const originals = ballots().flatMap((ballot) => ballot.files)
      const made = originals.flatMap((hash) => madeOf(hash, copy))
      return new Set([...originals, ...[...files, ...compared, ...made].map(({ hash }) => hash)])
    },
  }
}

/** All files of a dossier; of what was replaced the texts. */
export const filesIn = ({ documents, former }: Dossier): NamedFile[] => [
  ...documents.flatMap(allFiles),
  ...former.flatMap(({ text }) => text ?? []),
]

const madeOf = (hash: Hash, copy: WorkingCopy): NamedFile[] => {
  const { readingCopy, pages, text, thumbs } = derivedOf(hash, copy)
  return [readingCopy, pages, text, ...thumbs].filter((file) => file !== null)
}
