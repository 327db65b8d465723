import type { Annotation, AnnotationCore } from '../../shared/domain/annotation.ts'
import { anchorAnnotations } from '../../shared/domain/annotation-anchor.ts'
import type { Hash, PersonId } from '../../shared/domain/id.ts'
import type { TextRun } from '../../shared/domain/page-text.ts'
import type { NoteChange, NoteRoom, NoteSaved, NoteSync, NoteText } from './note-ports.ts'
import type { Clock } from './ports.ts'

/** A document open for writing on: one's private marks, the layer that one shares, and those of colleagues. */

/** `private` is nobody's but one's own (A1). */
export type LayerName = 'private' | 'shared'

export type ShownAnnotation = Annotation & { layer: LayerName; isMine: boolean }

export type AnnotationDraft = Pick<AnnotationCore, 'page' | 'quote' | 'geometry'> & {
  layer: LayerName
  style: NoteChange
  text?: string
}

/** Text of each page of a version, where this device has it. */
export type TextOf = (version: Hash) => readonly (readonly TextRun[])[] | null

export type AnnotationHandle = {
  /** Resolves when everything stored here has been read. Rejects with a StoreFault. */
  ready(): Promise<void>
  /** Of every version, oldest first; what is confirmed and what is not are alike. */
  list(): ShownAnnotation[]
  /**
   * Those of this version, each where it is now: marks of former versions have followed their words. In the tray is what
   * could not be placed (A4): `change(id, {placement})` puts it down by hand.
   */
  place(textOf: TextOf): { shown: ShownAnnotation[]; tray: ShownAnnotation[] }
  /** Marks of newer or hostile programs: kept, and not shown. */
  skipped(): number
  /** @returns its id. */
  add(draft: AnnotationDraft): string
  /** One gesture; marks of colleagues stay as they are. */
  change(ids: readonly string[], change: NoteChange): void
  /** Moves one's own mark, in points, from where it stands in this version. */
  shift(id: string, dx: number, dy: number): void
  erase(ids: readonly string[]): void
  /** Puts own marks into another layer. @returns their new ids */
  move(ids: readonly string[], to: LayerName): string[]
  /** Words of one's own mark, for an editor; null where it is a colleague's, or gone. */
  noteText(id: string): NoteText | null
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
  /** Resolves when "saved on this tablet" is true (O1). */
  whenStored(): Promise<void>
  saved(): NoteSaved
  /** Of one's own layers that hold something, the one that is least far; or of this one. */
  sync(only?: LayerName): NoteSync
  subscribe(listener: () => void): () => void
  close(): void
}

export type OpenLayer = { layer: LayerName; person: PersonId; room: NoteRoom; release(): void }

export type HandleParts = {
  version: Hash
  me: PersonId
  clock: Clock
  /** The layers there are now; a colleague's may come and go. The same objects while they stand. */
  layers(): readonly OpenLayer[]
  /** Something of one's own was put into a layer. */
  onWritten(layer: LayerName): void
  /** Changes in any layer, and of the layers. */
  subscribe(listener: () => void): () => void
  onClose(): void
}

export function createAnnotationHandle(parts: HandleParts): AnnotationHandle {
  const { version, me, clock, layers } = parts
  const done: NoteRoom[][] = []
  const undone: NoteRoom[][] = []

  const own = () => layers().filter(({ person }) => person === me)
  /** A layer that was never written to has nothing to send, and no line. */
  const written = () => {
    const all = own()
    const some = all.filter(({ room }) => {
      const { annotations, skipped } = room.read()
      return annotations.length + skipped > 0
    })
    return some.length > 0 ? some : all.slice(0, 1)
  }
  const holds = ({ room }: OpenLayer, id: string) => room.read().annotations.some((each) => each.id === id)
  const ownOf = (id: string) => own().find((layer) => holds(layer, id))
  const gesture = (rooms: NoteRoom[]) => {
    if (rooms.length === 0) return
    done.push(rooms)
    undone.length = 0
  }
  /** A layer has one writer: what bears another name in it is forged. */
  const shownOf = ({ layer, person, room }: OpenLayer): ShownAnnotation[] =>
    room
      .read()
      .annotations.filter(({ author }) => author === person)
      .map((annotation) => ({ ...annotation, layer, isMine: person === me }))
  const list = () =>
    layers()
      .flatMap(shownOf)
      .sort((a, b) => a.createdAt - b.createdAt)

  const each = (ids: readonly string[], work: (room: NoteRoom, ids: string[]) => void) => {
    const touched: NoteRoom[] = []
    for (const layer of own()) {
      const theirs = ids.filter((id) => holds(layer, id))
      if (theirs.length === 0) continue
      work(layer.room, theirs)
      touched.push(layer.room)
    }
    gesture(touched)
  }
  const step = (from: NoteRoom[][], to: NoteRoom[][], way: 'undo' | 'redo'): boolean => {
    for (let rooms = from.pop(); rooms; rooms = from.pop()) {
      const moved = rooms.filter((room) => room[way]())
      if (moved.length === 0) continue
      to.push(moved)
      return true
    }
    return false
  }
  const roomOf = (layer: LayerName): NoteRoom => {
    const found = own().find((each) => each.layer === layer)
    if (!found) throw new TypeError('the document is closed')
    return found.room
  }

  return {
    ready: async () => {
      await Promise.all(layers().map(({ room }) => room.ready()))
    },
    list,
    place: (textOf) => placeIn(version, list(), textOf),
    skipped: () =>
      layers().reduce((sum, layer) => {
        const { annotations, skipped } = layer.room.read()
        return sum + skipped + annotations.filter(({ author }) => author !== layer.person).length
      }, 0),
    add({ page, quote, geometry, layer, style, text }) {
      const room = roomOf(layer)
      const core = { version, page, quote, geometry, author: me, createdAt: clock.now() }
      const id = room.add(core, text === undefined ? style : { ...style, text })
      gesture([room])
      parts.onWritten(layer)
      return id
    },
    change: (ids, change) => each(ids, (room, theirs) => room.change(theirs, change)),
    shift(id, dx, dy) {
      const mark = list().find((one) => one.id === id)
      if (!mark) return
      const { placement, offset } = mark
      // Where it was put down by hand, that place is what it stands by.
      const change: NoteChange =
        placement?.version === version
          ? { placement: { ...placement, dx: placement.dx + dx, dy: placement.dy + dy } }
          : { offset: { dx: offset.dx + dx, dy: offset.dy + dy } }
      each([id], (room, theirs) => room.change(theirs, change))
    },
    erase: (ids) => each(ids, (room, theirs) => room.erase(theirs)),
    move(ids, to) {
      const room = roomOf(to)
      const moving = list().filter((each) => each.isMine && each.layer !== to && ids.includes(each.id))
      if (moving.length === 0) return []
      const rooms = Array.from({ length: moving.length }, () => room)
      const moved = moving.map(({ colour, width, offset, placement, text, ...core }) =>
        room.add(core, { colour, width, offset, placement, text }),
      )
      const from = roomOf(to === 'shared' ? 'private' : 'shared')
      from.erase(moving.map(({ id }) => id))
      gesture([...rooms, from])
      parts.onWritten(to)
      return moved
    },
    noteText(id) {
      const layer = ownOf(id)
      const text = layer?.room.text(id)
      if (!layer || !text) return null
      return {
        ...text,
        edit(...given) {
          text.edit(...given)
          gesture([layer.room])
        },
      }
    },
    undo: () => step(done, undone, 'undo'),
    redo: () => step(undone, done, 'redo'),
    canUndo: () => done.some((rooms) => rooms.some((room) => room.canUndo())),
    canRedo: () => undone.some((rooms) => rooms.some((room) => room.canRedo())),
    whenStored: async () => {
      await Promise.all(own().map(({ room }) => room.whenStored()))
    },
    saved: () =>
      worst(
        own().map(({ room }) => room.saved()),
        ['not-saved', 'saving', 'saved'],
      ),
    sync: (only) =>
      worst(
        (only ? own().filter(({ layer }) => layer === only) : written()).map(({ room }) => room.sync()),
        ['too-large', 'refused', 'offline', 'sending', 'synced'],
      ),
    subscribe: parts.subscribe,
    close: parts.onClose,
  }
}

function worst<T extends { kind: string }>(states: readonly T[], order: readonly T['kind'][]): T {
  const [first] = [...states].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  if (!first) throw new TypeError('the document is closed')
  return first
}

function placeIn(version: Hash, all: readonly ShownAnnotation[], textOf: TextOf) {
  const shown = all.filter((each) => each.version === version)
  const tray: ShownAnnotation[] = []
  const others = all.filter((each) => each.version !== version)
  for (const from of new Set(others.map((each) => each.version))) {
    const marks = others.filter((each) => each.version === from)
    const next = textOf(version)
    const found = next ? anchorAnnotations(marks, textOf(from), next) : []
    for (const [i, mark] of marks.entries()) {
      const { placement, offset, geometry } = mark
      const place = found[i]
      if (placement?.version === version) {
        const { page, dx, dy } = placement
        shown.push({ ...mark, page, offset: { dx, dy } })
      } else if (place?.kind === 'placed') {
        const { page, dx, dy, quads } = place
        const moved = quads && 'quads' in geometry ? { ...geometry, quads } : geometry
        shown.push({ ...mark, page, geometry: moved, offset: { dx: offset.dx + dx, dy: offset.dy + dy } })
      } else tray.push(mark)
    }
  }
  return { shown, tray }
}
