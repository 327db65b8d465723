import { type Ballot, hasBeenIssued } from '../../shared/domain/ballot.ts'
import type { BallotId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import { mostOpenedAtOnce, openedDocumentsKey } from '../../shared/domain/opened-documents.ts'
import { createLocalMarks } from './local-marks.ts'
import type { Clock } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Which files of a ballot its reader has opened: remembered here at once, told to the Office in one act for many (B8). */
export type OpenedDocuments = {
  /** Opened here, or by this member on another of their tablets. */
  has(ballot: BallotId, hash: Hash): boolean
  /** Remembered, durably; told with the next `tell`. */
  add(ballot: BallotId, hash: Hash): Promise<void>
  /** Signs what was opened here since the last time, for ballots that can still be answered; what is told is never told again. */
  tell(): Promise<void>
}

export function createOpenedDocuments(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  queue: QueueAct
  clock: Clock
}): OpenedDocuments {
  const { copy, me, clock } = deps
  const here = createLocalMarks(copy, 'noticed')
  const keyOf = (ballot: BallotId, hash: Hash) => `${ballot}/${hash}`

  /** By the Office's row, and by this tablet's own acts which the row may not show yet. */
  const told = (ballot: BallotId): Set<Hash> => {
    const row = copy.reader.get('opened-documents', openedDocumentsKey(ballot, me.person))
    const acts = [...copy.outbox(), ...copy.settled()].flatMap(({ act }) =>
      act.kind === 'mark-documents-opened' && act.body.ballot === ballot ? act.body.files : [],
    )
    return new Set([...(row?.files.map(({ hash }) => hash) ?? []), ...acts])
  }

  const tellOf = async (ballot: Ballot): Promise<void> => {
    const known = told(ballot.id)
    const files = ballot.files.filter((hash) => !known.has(hash) && here.has(keyOf(ballot.id, hash)))
    for (let from = 0; from < files.length; from += mostOpenedAtOnce) {
      const body = { ballot: ballot.id, files: files.slice(from, from + mostOpenedAtOnce) }
      const queued = await deps.queue({ kind: 'mark-documents-opened', body })
      // It is still remembered here: told another time.
      if (!queued.ok) return
    }
  }

  const tellAll = async (): Promise<void> => {
    if (!tabletContext(copy, me, clock).subject.isMember) return
    for (const ballot of copy.reader.list('ballot')) {
      const { state } = ballot.phase
      if (hasBeenIssued(ballot) && (state === 'issued' || state === 'closing-waits')) await tellOf(ballot)
    }
  }

  // An act is known only once it is stored: two at a time would name the same files.
  let telling: Promise<void> = Promise.resolve()
  return {
    has: (ballot, hash) => here.has(keyOf(ballot, hash)) || told(ballot).has(hash),
    add: (ballot, hash) => here.add(keyOf(ballot, hash)),
    tell: () => {
      telling = telling.then(tellAll, tellAll)
      return telling
    },
  }
}
