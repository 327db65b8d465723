import type { DossierId } from '../../shared/domain/dossier.ts'
import type { DocumentId, Hash, PersonId } from '../../shared/domain/id.ts'
import { type LogicalDocument, logicalDocument } from '../../shared/domain/note-layer.ts'
import { notesRoom, parseRoom, sharedRoom } from '../../shared/protocol/room.ts'
import { type AnnotationHandle, createAnnotationHandle, type OpenLayer } from './annotation-handle.ts'
import { createNoteBook, type NoteBook } from './note-book.ts'
import { createNoteLayers, type NoteLayers } from './note-layers.ts'
import type { NoteHub, NoteStore, Unsent } from './note-ports.ts'
import { unattended } from './unattended.ts'

/** What a person writes on documents: wherever there is or is no network, private at first, shared by choice (A1-A4). */
export type Annotations = Pick<NoteLayers, 'readers' | 'colleagues' | 'share'> & {
  /** A version of a document, through all versions of its dossier. To be closed. */
  open(document: { dossier: DossierId; document: DocumentId; hash: Hash }): AnnotationHandle
  /** Of every document, without opening it. */
  book: NoteBook
  /** On how many documents something of one's own lies on this tablet. */
  countDocuments(): number
  /** On how many of them something of one's own is not known to be with the server (O1); the same object while that is so. */
  unsent(): UnsentNotes
  subscribe(listener: () => void): () => void
  /** Whoever was turned away may be let in now. */
  wake(): void
  close(): void
}

/** `waiting`: of these documents, those that nothing is being sent of at this moment. */
export type UnsentNotes = { documents: number; waiting: number }

type Open = { document: LogicalDocument; layers: OpenLayer[]; listeners: Set<() => void> }

export function createAnnotations(
  deps: Parameters<typeof createNoteLayers>[0] & { store: NoteStore; hub: NoteHub },
): Annotations {
  const { copy, store, hub, clock } = deps
  const me = deps.me.person
  const layers = createNoteLayers(deps)
  const open = new Set<Open>()
  const listeners = new Set<() => void>()
  let stored: string[] = []
  /** Every room that this tablet may hold a copy of. */
  const held = new Set<string>()
  let seen = ''
  let unsent: UnsentNotes = { documents: 0, waiting: 0 }
  let isClosed = false

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const book = createNoteBook({ me, hub, layers, onChange: tell })

  function openLayer(one: Open, layer: OpenLayer['layer'], person: PersonId): void {
    const name = layer === 'private' ? notesRoom(person, one.document) : sharedRoom(one.document, person)
    const { room, release } = hub.open(name, person === me)
    const end = room.subscribe(() => {
      for (const listener of [...one.listeners]) listener()
    })
    one.layers.push({
      layer,
      person,
      room,
      release() {
        end()
        release()
      },
    })
  }

  /** Colleagues' layers come and go with their rows. */
  function follow(one: Open): void {
    const authors = new Set(layers.authors(one.document))
    const gone = one.layers.filter(({ person }) => person !== me && !authors.has(person))
    const there = new Set(one.layers.map(({ person }) => person))
    const fresh = [...authors].filter((author) => !there.has(author))
    if (gone.length === 0 && fresh.length === 0) return
    one.layers = one.layers.filter((layer) => !gone.includes(layer))
    for (const layer of gone) layer.release()
    for (const author of fresh) openLayer(one, 'shared', author)
    for (const listener of [...one.listeners]) listener()
  }

  /** Which rooms there are follows from rows and from what is stored; asked again with every change, done when it differs. */
  function arrange(): void {
    if (isClosed) return
    const rooms = layers.rooms(stored)
    const lost = layers.lost([...held])
    const now = JSON.stringify([rooms, lost])
    if (now === seen) return
    seen = now
    for (const one of open) follow(one)
    hub.exchange(rooms)
    for (const { name } of rooms) held.add(name)
    for (const name of lost) {
      held.delete(name)
      book.forget(name)
      unattended(hub.forget(name))
    }
    tell()
  }

  function countUnsent(): void {
    const of = (rooms: readonly Unsent[]) => new Set(rooms.flatMap(({ room }) => ownDocument(room, me))).size
    const rooms = hub.unsent()
    const next = { documents: of(rooms), waiting: of(rooms.filter(({ isUnderWay }) => !isUnderWay)) }
    if (next.documents === unsent.documents && next.waiting === unsent.waiting) return
    unsent = next
    tell()
  }

  async function readStored(): Promise<void> {
    const found = await store.rooms()
    // Something may have been written since it was asked.
    stored = [...new Set([...found, ...stored])]
    for (const name of stored) held.add(name)
    arrange()
    await book.begin(stored)
  }

  const unsubscribe = [copy.subscribe(arrange), hub.watchUnsent(countUnsent)]
  unattended(readStored())

  return {
    readers: layers.readers,
    colleagues: layers.colleagues,
    book,
    share: layers.share,
    open({ dossier, document: id, hash: version }) {
      const document = logicalDocument(dossier, id)
      const one: Open = { document, layers: [], listeners: new Set() }
      openLayer(one, 'private', me)
      openLayer(one, 'shared', me)
      open.add(one)
      follow(one)
      return createAnnotationHandle({
        version,
        me,
        clock,
        layers: () => one.layers,
        onWritten(layer) {
          const name = layer === 'private' ? notesRoom(me, document) : sharedRoom(document, me)
          if (stored.includes(name)) return
          stored = [...stored, name]
          arrange()
        },
        subscribe(listener) {
          one.listeners.add(listener)
          return () => one.listeners.delete(listener)
        },
        onClose() {
          open.delete(one)
          for (const { release } of one.layers) release()
          one.layers = []
          one.listeners.clear()
        },
      })
    },
    unsent: () => unsent,
    countDocuments: () => new Set(stored.flatMap((name) => ownDocument(name, me))).size,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake: hub.wake,
    close() {
      isClosed = true
      for (const end of unsubscribe) end()
      book.close()
      hub.stop()
      listeners.clear()
    },
  }
}

function ownDocument(name: string, me: PersonId): string[] {
  const room = parseRoom(name)
  const isOwn = (room?.kind === 'notes' || room?.kind === 'shared') && room.person === me
  return isOwn ? [room.document] : []
}
