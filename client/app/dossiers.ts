import { type AgendaItem, agendaItemKey, inAgendaOrder } from '../../shared/domain/agenda-item.ts'
import { type Ballot, type BallotDocument, currentVersion } from '../../shared/domain/ballot.ts'
import { type Directive, directiveKey } from '../../shared/domain/directive.ts'
import {
  type DossierId,
  directiveDossier,
  directiveOf,
  itemDossier,
  itemOf,
} from '../../shared/domain/dossier.ts'
import type { EntityKind } from '../../shared/domain/entity.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { type Meeting, meetingKey } from '../../shared/domain/meeting.ts'
import { type Instant, instant, startOfDay } from '../../shared/lib/time.ts'
import { allFiles, type Dossier, derivedOf, filesOf, type NamedFile } from './document-files.ts'
import { createKeptDirectives } from './kept-directives.ts'
import { createLocalMarks } from './local-marks.ts'
import { contentIn, directiveContentIn, itemContentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** The ballots, agenda items and directives that this device holds, as dossiers of files. */
export type Dossiers = {
  /** Open ones by the hour at which they are needed, then directives, then the others, the last one first. */
  all(): readonly HeldDossier[]
  /** As they are now; nothing of what the Office has recalled. */
  documentsOf(id: DossierId): BallotDocument[]
  open(): readonly Dossier[]
  /** Directives first, then the last one. */
  closed(): readonly Dossier[]
  /** Those of them that are to be here. */
  closedWanted(): readonly Dossier[]
  /** A directive that was opened is to be here from now on, whatever the rule (kept-directives.ts). */
  ask(id: DossierId): Promise<void>
  /** Whatever any dossier held here names, of former versions too. */
  named(): ReadonlySet<Hash>
}

/** What dossiers, their files and which of them are wanted are made of. */
const dossierKinds: readonly EntityKind[] = [
  'ballot',
  'agenda-item',
  'meeting',
  'directive',
  'task',
  'document',
  'comparison',
]

type HeldDossier = {
  id: DossierId
  isOpen: boolean
  isWanted: boolean
  /** A ballot's deadline, a meeting's beginning, a directive's day. */
  neededAt: Instant
  documents: readonly BallotDocument[]
  /** Of earlier versions, what has been replaced or taken away. */
  former: readonly BallotDocument[]
  /** Of every version. */
  files: readonly Hash[]
}

export function createDossiers(copy: WorkingCopy): Dossiers {
  /** Asked for with every page of the feed, and most of those concern no dossier. */
  const madeOnce = <T>(make: () => T): (() => T) => {
    let made: { of: number; value: T } | null = null
    return () => {
      const of = copy.changesOf(dossierKinds)
      if (made?.of !== of) made = { of, value: make() }
      return made.value
    }
  }
  const papersOf = (hash: Hash | undefined) => (hash && contentIn(copy, hash)?.documents) || []
  const itemPapersOf = (hash: Hash) => itemContentIn(copy, hash)?.documents ?? []

  const ofBallot = (ballot: Ballot): HeldDossier => {
    const { id, phase, deadlineAt, files, versions } = ballot
    const documents = papersOf(currentVersion(ballot)?.hash ?? ballot.draft?.hash)
    const former = replaced(
      documents,
      versions.slice(0, -1).map(({ hash }) => papersOf(hash)),
    )
    const isOpen = phase.state === 'issued' || phase.state === 'closing-waits'
    return { id, isOpen, isWanted: true, neededAt: deadlineAt, documents, former, files }
  }
  const ofItem = (item: AgendaItem, { phase, startsAt }: Meeting): HeldDossier => {
    const documents = itemPapersOf(item.contentHash)
    const former = replaced(
      documents,
      item.versions.slice(0, -1).map(({ hash }) => itemPapersOf(hash)),
    )
    const isHeld = phase.state === 'invited' || phase.state === 'in-session'
    return {
      id: itemDossier(item.meeting, item.id),
      isOpen: isHeld && item.withdrawn === null,
      isWanted: true,
      neededAt: startsAt,
      documents,
      former,
      files: item.files,
    }
  }
  const kept = createKeptDirectives(copy)
  const asked = createLocalMarks(copy, 'asked')
  const directivePapersOf = (hash: Hash) => directiveContentIn(copy, hash)?.documents ?? []
  const ofDirective = (
    { id, date, contentHash, versions, files }: Directive,
    keeps: boolean,
  ): HeldDossier => {
    const documents = directivePapersOf(contentHash)
    const former = replaced(
      documents,
      versions.slice(0, -1).map(({ hash }) => directivePapersOf(hash)),
    )
    const dossier = directiveDossier(id)
    return {
      id: dossier,
      isOpen: false,
      isWanted: keeps || asked.has(dossier),
      neededAt: date === null ? instant(0) : startOfDay(date),
      documents,
      former,
      files,
    }
  }
  const directives = (): HeldDossier[] => {
    const first = kept()
    const known = new Set(first)
    const others = copy.reader.list('directive', 'directive/').filter((one) => !known.has(one))
    return [...first.map((one) => ofDirective(one, true)), ...others.map((one) => ofDirective(one, false))]
  }
  const all = madeOnce((): readonly HeldDossier[] => {
    const ballots = copy.reader.list('ballot').filter(({ phase }) => phase.state !== 'recalled')
    const items = inAgendaOrder(copy.reader.list('agenda-item')).flatMap((item) => {
      const meeting = copy.reader.get('meeting', meetingKey(item.meeting))
      return meeting ? [ofItem(item, meeting)] : []
    })
    const byNeed = [...ballots.map(ofBallot), ...items].sort((a, b) => a.neededAt - b.neededAt)
    const closed = byNeed.filter(({ isOpen }) => !isOpen)
    return [...byNeed.filter(({ isOpen }) => isOpen), ...directives(), ...closed.reverse()]
  })
  const filesOfDossier = ({ documents, former }: HeldDossier): Dossier => {
    const files = (document: BallotDocument) => filesOf(document, copy)
    return { documents: documents.map(files), former: former.map(files) }
  }
  const allOf = (isMeant: (one: HeldDossier) => boolean) =>
    madeOnce((): readonly Dossier[] => all().filter(isMeant).map(filesOfDossier))

  return {
    all,
    documentsOf: (id) => {
      const of = itemOf(id)
      if (of) {
        const item = copy.reader.get('agenda-item', agendaItemKey(of.meeting, of.item))
        return item ? itemPapersOf(item.contentHash) : []
      }
      const directive = directiveOf(id)
      if (directive) {
        const row = copy.reader.get('directive', directiveKey(directive))
        return row ? directivePapersOf(row.contentHash) : []
      }
      const ballot = copy.reader.get('ballot', `ballot/${id}`)
      if (!ballot || ballot.phase.state === 'recalled') return []
      return papersOf(currentVersion(ballot)?.hash ?? ballot.draft?.hash)
    },
    open: allOf(({ isOpen }) => isOpen),
    closed: allOf(({ isOpen }) => !isOpen),
    closedWanted: allOf(({ isOpen, isWanted }) => !isOpen && isWanted),
    ask: (id) => asked.add(id),
    named: madeOnce((): ReadonlySet<Hash> => {
      const held = all()
      const files = held.map(filesOfDossier).flatMap(filesIn)
      const compared = copy.reader.list('comparison').flatMap(({ derived }) => derived)
      const originals = held.flatMap((one) => one.files)
      const made = originals.flatMap((hash) => madeOf(hash, copy))
      return new Set([...originals, ...[...files, ...compared, ...made].map(({ hash }) => hash)])
    }),
  }
}

/** What earlier versions held and the one of now does not. */
function replaced(
  now: readonly BallotDocument[],
  earlier: readonly (readonly BallotDocument[])[],
): BallotDocument[] {
  const held = new Set(now.map(({ hash }) => hash))
  return earlier.flat().filter(({ hash }) => !held.has(hash))
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
