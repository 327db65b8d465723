import type { Annotation } from '../../shared/domain/annotation.ts'
import type { DossierId } from '../../shared/domain/dossier.ts'
import type { DocumentId, PersonId } from '../../shared/domain/id.ts'
import { logicalDocument } from '../../shared/domain/note-layer.ts'
import { notesRoom, parseRoom, sharedRoom } from '../../shared/protocol/room.ts'
import type { LayerName, ShownAnnotation } from './annotation-handle.ts'
import type { NoteLayers } from './note-layers.ts'
import type { NoteHub } from './note-ports.ts'
import { asStoreFault } from './store-fault.ts'

/** What is written on every document, whether it is open or not: for lists, counts and the search. In memory alone. */
export type NoteBook = {
  /** One's own marks and those of colleagues whose layer is open to one; oldest first. */
  on(dossier: DossierId, document: DocumentId): ShownAnnotation[]
  /** One's own by the document's name in its rooms; the same map while nothing has changed. */
  own(): ReadonlyMap<string, readonly ShownAnnotation[]>
  /** Whether all that was stored here has been read. */
  isRead(): boolean
}

type Parts = {
  me: PersonId
  hub: Pick<NoteHub, 'glance' | 'subscribe'>
  layers: Pick<NoteLayers, 'authors'>
  onChange(): void
}

export function createNoteBook({ me, hub, layers, onChange }: Parts) {
  const rooms = new Map<string, readonly Annotation[]>()
  /** By room, as the lists last were: shown ones are made once. */
  const shown = new Map<string, { from: readonly Annotation[]; list: ShownAnnotation[] }>()
  const waiting = new Set<string>()
  let own: Map<string, readonly ShownAnnotation[]> | null = null
  let isReading = false
  let isClosed = false
  let isBegun = false

  const shownIn = (name: string): ShownAnnotation[] => {
    const from = rooms.get(name)
    const known = shown.get(name)
    if (!from) return []
    if (known?.from === from) return known.list
    const room = noteRoomOf(name)
    if (!room) return []
    const { person, layer } = room
    // A layer has one writer: what bears another name in it is forged.
    const list = from
      .filter(({ author }) => author === person)
      .map((mark) => ({ ...mark, layer, isMine: person === me }))
    shown.set(name, { from, list })
    return list
  }

  async function readOne(name: string): Promise<void> {
    const room = noteRoomOf(name)
    if (!room) return
    try {
      const { annotations } = await hub.glance(name, room.person === me)
      if (isClosed) return
      rooms.set(name, annotations)
      own = null
    } catch (error) {
      // Locked, or damaged: said where the document is opened.
      if (!asStoreFault(error)) throw error
    }
  }

  async function readAll(): Promise<void> {
    if (isReading) return
    isReading = true
    try {
      for (const name of waiting) {
        if (isClosed) return
        waiting.delete(name)
        await readOne(name)
      }
    } finally {
      isReading = false
      if (!isClosed) onChange()
    }
  }

  const read = (names: readonly string[]): Promise<void> => {
    for (const name of names) waiting.add(name)
    return readAll()
  }
  const unsubscribe = hub.subscribe((name) => void read([name]))

  return {
    on(dossier: DossierId, id: DocumentId): ShownAnnotation[] {
      const document = logicalDocument(dossier, id)
      const names = [
        notesRoom(me, document),
        ...[me, ...layers.authors(document)].map((person) => sharedRoom(document, person)),
      ]
      return names.flatMap(shownIn).sort((a, b) => a.createdAt - b.createdAt)
    },
    own() {
      if (own) return own
      const next = new Map<string, readonly ShownAnnotation[]>()
      for (const name of rooms.keys()) {
        const room = noteRoomOf(name)
        if (room?.person !== me) continue
        next.set(room.document, [...(next.get(room.document) ?? []), ...shownIn(name)])
      }
      own = next
      return next
    },
    isRead: () => isBegun && !isReading,
    /** What lies stored here. */
    async begin(stored: readonly string[]): Promise<void> {
      isBegun = true
      await read(stored)
    },
    forget(name: string): void {
      waiting.delete(name)
      rooms.delete(name)
      shown.delete(name)
      own = null
    },
    close(): void {
      isClosed = true
      unsubscribe()
      rooms.clear()
      shown.clear()
      own = null
    },
  }
}

function noteRoomOf(name: string): { layer: LayerName; person: PersonId; document: string } | null {
  const room = parseRoom(name)
  if (room?.kind !== 'notes' && room?.kind !== 'shared') return null
  const { kind, person, document } = room
  return { layer: kind === 'notes' ? 'private' : 'shared', person, document }
}
