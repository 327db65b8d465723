import { permit, subjectOn } from '../../shared/domain/access.ts'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { currentVersion } from '../../shared/domain/ballot.ts'
import { itemDossier } from '../../shared/domain/dossier.ts'
import type { BallotId, DeviceId, DocumentId, PersonId } from '../../shared/domain/id.ts'
import { type LogicalDocument, layerKey, logicalDocument } from '../../shared/domain/note-layer.ts'
import type { Person } from '../../shared/domain/people.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { notesRoom, parseRoom, sharedRoom } from '../../shared/protocol/room.ts'
import type { MakeAct } from './make-act.ts'
import type { Clock, OutboxStore, StoreFault } from './ports.ts'
import { asStoreFault } from './store-fault.ts'
import { contentIn, itemContentIn, tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Whose notes there are on which document, and who may read them (A1, A2): from rows, and acts under way. */
export type NoteLayers = {
  /** Whom the owner lets read their shared layer; what waits to be sent counts as done. */
  readers(ballot: BallotId, document: DocumentId): PersonId[]
  /** Colleagues who may read the document, and so the layer. */
  colleagues(ballot: BallotId): Person[]
  /** Resolves when it is durable; the server decides. An empty list takes it back. */
  share(
    ballot: BallotId,
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
  const ballotOf = (id: BallotId) => copy.reader.get('ballot', `ballot/${id}`)
  const mayKeepNotes = () =>
    permit(tabletContext(copy, me, clock).subject, { action: 'open-notes', owner: me.person }).allow

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
  ]

  /** Layers of colleagues, as long as this tablet holds the ballot as well. */
  const granted = () =>
    copy.reader
      .list('layer')
      .filter(({ person, readers, ballot }) =>
        person === me.person ? false : readers.includes(me.person) && ballotOf(ballot) !== undefined,
      )

  const isSettledFeed = () => {
    const { tree, after } = copy.cursor()
    return tree !== null && after >= tree.size - 1
  }

  return {
    readers(ballot, document) {
      const waiting = copy
        .outbox()
        .flatMap(({ act }) => (act.kind === 'share-layer' ? [act.body] : []))
        .findLast((body) => body.ballot === ballot && body.document === document)
      const key = layerKey(logicalDocument(ballot, document), me.person)
      return [...((waiting ?? copy.reader.get('layer', key))?.readers ?? [])]
    },
    colleagues(id) {
      const ballot = ballotOf(id)
      if (!ballot) return []
      const facts = factsOf(ballot)
      return copy.reader
        .list('person')
        .filter(
          (person) =>
            person.id !== me.person &&
            permit(subjectOn(person, null, clock.now()), { action: 'share-layer', ballot: facts }).allow,
        )
    },
    async share(ballot, document, readers) {
      try {
        const body = { ballot, document, readers: [...readers] }
        await deps.outbox.add(await deps.makeAct({ kind: 'share-layer', body }))
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
      const shared = copy.reader.list('layer').filter(({ person }) => person === me.person)
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

function ownerOf(name: string): PersonId | null {
  const room = parseRoom(name)
  return room?.kind === 'notes' || room?.kind === 'shared' ? room.person : null
}
