import { permit, type Question, subjectOn } from '../../shared/domain/access.ts'
import type { Act } from '../../shared/domain/act.ts'
import { agendaItemKey } from '../../shared/domain/agenda-item.ts'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { currentVersion } from '../../shared/domain/ballot.ts'
import {
  ballotOf,
  type DossierId,
  directiveDossier,
  itemDossier,
  itemOf,
} from '../../shared/domain/dossier.ts'
import type { DeviceId, DocumentId, PersonId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfItem, factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { type LogicalDocument, logicalDocument } from '../../shared/domain/note-layer.ts'
import type { Person } from '../../shared/domain/people.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { notesRoom, parseRoom, sharedRoom } from '../../shared/protocol/room.ts'
import { createKeptDirectives } from './kept-directives.ts'
import type { MakeAct } from './make-act.ts'
import type { Clock, OutboxStore, StoreFault } from './ports.ts'
import { asStoreFault } from './store-fault.ts'
import { contentIn, directiveContentIn, itemContentIn, tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Whose notes there are on which document, and who may read them (A1, A2): from rows, and acts under way. */
export type NoteLayers = {
  /** Whom the owner lets read their shared layer; what waits to be sent counts as done. */
  readers(dossier: DossierId, document: DocumentId): PersonId[]
  /** Colleagues who may read the document, and so the layer. */
  colleagues(dossier: DossierId): Person[]
  /** Resolves when it is durable; the server decides. An empty list takes it back. */
  share(
    dossier: DossierId,
    document: DocumentId,
    readers: readonly PersonId[],
  ): Promise<Result<null, StoreFault>>
  /** Authors of layers on a document that are open to the owner of this tablet. */
  authors(document: LogicalDocument): PersonId[]
  /** Rooms to exchange: of documents held, of layers granted, and of what was written here before. */
  rooms(stored: readonly string[]): { name: string; isWritable: boolean }[]
  /** Rooms of colleagues whose layer is open no longer; none while the feed has not come through. */
  lost(stored: readonly string[]): string[]
}

export function createNoteLayers(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  makeAct: MakeAct
  outbox: OutboxStore
  clock: Clock
  onQueued(): void
}): NoteLayers {
  const { copy, me, clock } = deps
  const mayKeepNotes = () =>
    permit(tabletContext(copy, me, clock).subject, { action: 'open-notes', owner: me.person }).allow

  const kept = createKeptDirectives(copy)
  const documents = (): LogicalDocument[] => [
    ...copy.reader.list('ballot').flatMap((ballot) => {
      const hash = currentVersion(ballot)?.hash
      const held: BallotDocument[] = (hash && contentIn(copy, hash)?.documents) || []
      return held.map(({ id }) => logicalDocument(ballot.id, id))
    }),
    ...copy.reader.list('agenda-item').flatMap(({ meeting, id: item, contentHash }) => {
      const held: BallotDocument[] = itemContentIn(copy, contentHash)?.documents ?? []
      return held.map(({ id }) => logicalDocument(itemDossier(meeting, item), id))
    }),
    // Of a whole library those that are here unasked; what was written on another one is among the stored.
    ...kept().flatMap(({ id: directive, contentHash }) => {
      const held: BallotDocument[] = directiveContentIn(copy, contentHash)?.documents ?? []
      return held.map(({ id }) => logicalDocument(directiveDossier(directive), id))
    }),
  ]

  const layers = () => [
    ...copy.reader.list('layer').map((layer) => ({ ...layer, dossier: layer.ballot })),
    ...copy.reader
      .list('item-layer')
      .map((layer) => ({ ...layer, dossier: itemDossier(layer.meeting, layer.item) })),
  ]

  /** Layers of colleagues, as long as this tablet holds the ballot, or the item, as well. */
  const granted = () =>
    layers().filter(({ person, readers, dossier }) =>
      person === me.person ? false : readers.includes(me.person) && sharingIn(dossier) !== null,
    )

  /** What `permit` is asked about each with whom a document of it may be shared; null where it is not here. */
  const sharingIn = (dossier: DossierId): Question | null => {
    const of = itemOf(dossier)
    if (of === null) {
      const ballot = copy.reader.get('ballot', `ballot/${dossier}`)
      return ballot ? { action: 'share-layer', ballot: factsOf(ballot) } : null
    }
    const meeting = copy.reader.get('meeting', meetingKey(of.meeting))
    const item = copy.reader.get('agenda-item', agendaItemKey(of.meeting, of.item))
    if (!meeting || !item) return null
    return { action: 'share-item-layer', meeting: factsOfMeeting(meeting), item: factsOfItem(item) }
  }

  const isSettledFeed = () => {
    const { tree, after } = copy.cursor()
    return tree !== null && after >= tree.size - 1
  }

  return {
    readers(dossier, document) {
      const waiting = copy.outbox().findLast(({ act }) => isSharing(act, dossier, document))?.act
      if (waiting && 'readers' in waiting.body) return [...(waiting.body.readers ?? [])]
      const logical = logicalDocument(dossier, document)
      const own = layers().find((layer) => layer.document === logical && layer.person === me.person)
      return [...(own?.readers ?? [])]
    },
    colleagues(dossier) {
      const question = sharingIn(dossier)
      if (question === null) return []
      const mayShare = (person: Person) => permit(subjectOn(person, null, clock.now()), question).allow
      return copy.reader.list('person').filter((person) => person.id !== me.person && mayShare(person))
    },
    async share(dossier, document, readers) {
      const [of, ballot] = [itemOf(dossier), ballotOf(dossier)]
      const said = { document, readers: [...readers] }
      try {
        if (of)
          await deps.outbox.add(await deps.makeAct({ kind: 'share-item-layer', body: { ...of, ...said } }))
        else if (ballot) {
          await deps.outbox.add(await deps.makeAct({ kind: 'share-layer', body: { ballot, ...said } }))
        }
        await copy.refresh('outbox')
        deps.onQueued()
        return ok(null)
      } catch (error) {
        const fault = asStoreFault(error)
        if (fault === null) throw error
        return fail(fault)
      }
    },
    authors: (document) => granted().flatMap((layer) => (layer.document === document ? [layer.person] : [])),
    rooms(stored) {
      if (!mayKeepNotes()) return []
      const shared = layers().filter(({ person }) => person === me.person)
      const own = [
        ...documents().map((document) => notesRoom(me.person, document)),
        ...shared.map(({ document }) => sharedRoom(document, me.person)),
        ...stored.filter((name) => ownerOf(name) === me.person),
      ]
      return [
        ...[...new Set(own)].map((name) => ({ name, isWritable: true })),
        ...granted().map(({ document, person }) => ({
          name: sharedRoom(document, person),
          isWritable: false,
        })),
      ]
    },
    lost(stored) {
      if (!isSettledFeed()) return []
      const open = new Set(granted().map(({ document, person }) => sharedRoom(document, person)))
      return stored.filter((name) => ownerOf(name) !== me.person && !open.has(name))
    },
  }
}

/** Whether an act says who may read one's layer on this document. */
export function isSharing(act: Act, dossier: DossierId, document: DocumentId): boolean {
  if (act.kind === 'share-layer') return act.body.ballot === dossier && act.body.document === document
  if (act.kind !== 'share-item-layer' || act.body.document !== document) return false
  return itemDossier(act.body.meeting, act.body.item) === dossier
}

function ownerOf(name: string): PersonId | null {
  const room = parseRoom(name)
  return room?.kind === 'notes' || room?.kind === 'shared' ? room.person : null
}
