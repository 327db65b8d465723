import { permit } from '../../shared/domain/access.ts'
import { hasBeenIssued } from '../../shared/domain/ballot.ts'
import { ballotOf, type DossierId, itemDossier, itemOf } from '../../shared/domain/dossier.ts'
import type { DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfItem, factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { mostOpenedAtOnce, openedDocumentsKey } from '../../shared/domain/opened-documents.ts'
import { positionKey } from '../../shared/domain/position.ts'
import { createLocalMarks } from './local-marks.ts'
import type { Clock } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Which files of a ballot or an agenda item its reader has opened: remembered here at once, told to the Office in one act for
 * many (B8).
 */
export type OpenedDocuments = {
  /** Opened here, or by this member on another of their tablets. */
  has(dossier: DossierId, hash: Hash): boolean
  /** Remembered, durably; told with the next `tell`. */
  add(dossier: DossierId, hash: Hash): Promise<void>
  /** Signs what was opened here since the last time, where it is still asked about; what is told is never told again. */
  tell(): Promise<void>
}

export function createOpenedDocuments(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  queue: QueueAct
  clock: Clock
}): OpenedDocuments {
  const { copy, me, clock } = deps
  const { reader } = copy
  const here = createLocalMarks(copy, 'noticed')
  const keyOf = (dossier: DossierId, hash: Hash) => `${dossier}/${hash}`

  /** By the Office's row, and by this tablet's own acts which the row may not show yet. */
  const told = (dossier: DossierId): Set<Hash> => {
    const item = itemOf(dossier)
    const acts = [...copy.outbox(), ...copy.settled()].flatMap(({ act }) => {
      if (act.kind === 'mark-documents-opened') return act.body.ballot === dossier ? act.body.files : []
      if (act.kind !== 'mark-item-opened' || !item) return []
      return act.body.meeting === item.meeting && act.body.item === item.item ? act.body.files : []
    })
    return new Set([...(item ? toldOfItem(item) : toldOfBallot(dossier)), ...acts])
  }
  const toldOfBallot = (dossier: DossierId): Hash[] => {
    const ballot = ballotOf(dossier)
    const row = ballot && reader.get('opened-documents', openedDocumentsKey(ballot, me.person))
    return row?.files.map(({ hash }) => hash) ?? []
  }
  const toldOfItem = ({ meeting, item }: NonNullable<ReturnType<typeof itemOf>>): Hash[] =>
    reader.get('position', positionKey(meeting, item, me.person))?.opened.map(({ file }) => file) ?? []

  /** What can be told of now, and how. */
  const asking = (): { dossier: DossierId; files: readonly Hash[]; tellOf(some: Hash[]): ToQueue }[] => {
    const { subject } = tabletContext(copy, me, clock)
    const ballots = reader.list('ballot').flatMap((ballot) => {
      const { id, files, phase } = ballot
      const isOpen = phase.state === 'issued' || phase.state === 'closing-waits'
      if (!subject.isMember || !hasBeenIssued(ballot) || !isOpen) return []
      const tellOf = (some: Hash[]): ToQueue => {
        return { kind: 'mark-documents-opened', body: { ballot: id, files: some } }
      }
      return [{ dossier: id, files, tellOf }]
    })
    const items = reader.list('agenda-item').flatMap((item) => {
      const { id, meeting: of, files } = item
      const meeting = reader.get('meeting', meetingKey(of))
      const state = meeting?.phase.state
      if (!meeting || (state !== 'invited' && state !== 'in-session')) return []
      const facts = { meeting: factsOfMeeting(meeting), item: factsOfItem(item) }
      const isAsked = permit(subject, { action: 'mark-item-opened', person: me.person, ...facts }).allow
      const tellOf = (some: Hash[]): ToQueue => {
        return { kind: 'mark-item-opened', body: { meeting: of, item: id, files: some } }
      }
      return isAsked ? [{ dossier: itemDossier(of, id), files, tellOf }] : []
    })
    return [...ballots, ...items]
  }

  const tellAll = async (): Promise<void> => {
    for (const { dossier, files, tellOf } of asking()) {
      const known = told(dossier)
      const fresh = files.filter((hash) => !known.has(hash) && here.has(keyOf(dossier, hash)))
      for (let from = 0; from < fresh.length; from += mostOpenedAtOnce) {
        const queued = await deps.queue(tellOf(fresh.slice(from, from + mostOpenedAtOnce)))
        // It is still remembered here: told another time.
        if (!queued.ok) break
      }
    }
  }

  // An act is known only once it is stored: two at a time would name the same files.
  let telling: Promise<void> = Promise.resolve()
  return {
    has: (dossier, hash) => here.has(keyOf(dossier, hash)) || told(dossier).has(hash),
    add: (dossier, hash) => here.add(keyOf(dossier, hash)),
    tell: () => {
      telling = telling.then(tellAll, tellAll)
      return telling
    },
  }
}

type ToQueue = Parameters<QueueAct>[0]
