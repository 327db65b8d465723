import * as Y from 'yjs'
import {
  type Annotation,
  type AnnotationCore,
  mostNoteText,
  parseWireCore,
  readMarks,
  wireCore,
} from '../../shared/domain/annotation.ts'
import { type Bytes, hex } from '../../shared/lib/bytes.ts'
import { notesMapName } from '../../shared/protocol/room.ts'
import type { NoteChange, NoteRoom, NoteText } from '../app/note-ports.ts'
import type { Clock, Random } from '../app/ports.ts'
import { uint32 } from './backoff.ts'

/**
 * The marks of one room as a Y.Doc: `Y.Map<id, Y.Map>`, each with a frozen `core` as one value and few keys that may change.
 * What a newer or hostile program wrote is passed over, never thrown at anybody and never deleted.
 */
export type NotesDocument = Pick<
  NoteRoom,
  'read' | 'add' | 'change' | 'erase' | 'text' | 'undo' | 'redo' | 'canUndo' | 'canRedo'
> & {
  doc: Y.Doc
  /** What was stored; told to nobody as new. */
  restore(updates: readonly Bytes[]): void
  snapshot(): Bytes
  destroy(): void
}

type DocumentParts = {
  clock: Clock
  random: Random
  /** Something is to be stored, whoever made it. */
  onUpdate(update: Bytes, isLocal: boolean): void
  onChange(): void
}

const stored = Symbol('stored')
const longestId = 64

export function createNotesDocument({ clock, random, onUpdate, onChange }: DocumentParts): NotesDocument {
  const doc = new Y.Doc()
  doc.clientID = uint32(random)
  const local = {}
  const notes = doc.getMap<unknown>(notesMapName)
  const history = new Y.UndoManager(notes, { captureTimeout: 0, trackedOrigins: new Set([local]) })
  /** A core is frozen, so that it is parsed once. */
  const cores = new WeakMap<object, AnnotationCore | 'none'>()
  /** What each entry says, until it changes: a page of two thousand strokes is not read anew for one. */
  const known = new Map<string, Annotation | 'erased' | null>()
  let shown: ReturnType<NoteRoom['read']> | null = null

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== stored) onUpdate(update.slice(), origin === local || origin === history)
  })
  notes.observeDeep((events) => {
    shown = null
    for (const { target, path, keys } of events) {
      const changed = target === notes ? [...keys.keys()] : path.slice(0, 1).map(String)
      for (const id of changed) known.delete(id)
    }
    onChange()
  })

  const entryOf = (id: string): Y.Map<unknown> | null => {
    const entry = notes.get(id)
    return entry instanceof Y.Map ? entry : null
  }
  const coreOf = (raw: unknown): AnnotationCore | null => {
    if (typeof raw !== 'object' || raw === null) return null
    const core = cores.get(raw) ?? parseWireCore(raw) ?? 'none'
    cores.set(raw, core)
    return core === 'none' ? null : core
  }
  const annotationOf = (id: string, value: unknown): Annotation | 'erased' | null => {
    if (!(value instanceof Y.Map) || id.length > longestId) return null
    const core = coreOf(value.get('core'))
    if (!core) return null
    if (value.get('deleted') === true) return 'erased'
    const note = value.get('note')
    const text = note instanceof Y.Text ? note.toString().slice(0, mostNoteText) : ''
    return { ...core, ...readMarks(core.geometry.kind, (name) => value.get(name)), id, text }
  }
  const gesture = (work: () => void) => doc.transact(work, local)
  const touch = (entry: Y.Map<unknown>) => entry.set('modifiedAt', clock.now())

  return {
    doc,
    read() {
      if (shown) return shown
      const annotations: Annotation[] = []
      let skipped = 0
      for (const [id, value] of notes) {
        const found = known.get(id)
        const annotation = found === undefined ? annotationOf(id, value) : found
        known.set(id, annotation)
        if (annotation === null) skipped++
        else if (annotation !== 'erased') annotations.push(annotation)
      }
      annotations.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
      shown = { annotations, skipped }
      return shown
    },
    add(core, { text = '', ...marks }) {
      const id = hex(random(8))
      gesture(() => {
        const entry = new Y.Map<unknown>()
        entry.set('core', wireCore(core))
        putMarks(entry, marks)
        // Made at once: two tablets that each made one would leave one of them behind.
        entry.set('note', new Y.Text(text))
        notes.set(id, entry)
      })
      return id
    },
    change(ids, change) {
      gesture(() => {
        for (const id of ids) {
          const entry = entryOf(id)
          if (!entry) continue
          putMarks(entry, change)
          touch(entry)
        }
      })
    },
    erase(ids) {
      gesture(() => {
        for (const id of ids) entryOf(id)?.set('deleted', true)
      })
    },
    text(id) {
      const entry = entryOf(id)
      if (!entry || coreOf(entry.get('core')) === null) return null
      return noteText(entry, gesture, touch)
    },
    undo: () => history.undo() !== null,
    redo: () => history.redo() !== null,
    canUndo: () => history.canUndo(),
    canRedo: () => history.canRedo(),
    restore(updates) {
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update, stored)
      }, stored)
    },
    snapshot: () => Y.encodeStateAsUpdate(doc).slice(),
    destroy() {
      history.destroy()
      doc.destroy()
    },
  }
}

function putMarks(entry: Y.Map<unknown>, { colour, width, offset, placement }: NoteChange): void {
  if (colour !== undefined) entry.set('colour', colour)
  if (width !== undefined) entry.set('width', width)
  if (offset !== undefined) entry.set('offset', [offset.dx, offset.dy])
  if (placement !== undefined) entry.set('placement', placement)
}

function noteText(
  entry: Y.Map<unknown>,
  gesture: (work: () => void) => void,
  touch: (entry: Y.Map<unknown>) => void,
): NoteText {
  const found = (): Y.Text | null => {
    const note = entry.get('note')
    return note instanceof Y.Text ? note : null
  }
  return {
    value: () => found()?.toString().slice(0, mostNoteText) ?? '',
    edit(at, remove, insert) {
      gesture(() => {
        const note = found() ?? new Y.Text()
        if (!found()) entry.set('note', note)
        const from = Math.min(Math.max(0, at), note.length)
        const gone = Math.min(Math.max(0, remove), note.length - from)
        if (gone > 0) note.delete(from, gone)
        const room = mostNoteText - note.length
        if (insert !== '' && room > 0) note.insert(from, insert.slice(0, room))
        touch(entry)
      })
    },
    subscribe(listener) {
      entry.observeDeep(listener)
      return () => entry.unobserveDeep(listener)
    },
  }
}
