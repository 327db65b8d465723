import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import type { Geometry } from '../../../shared/domain/annotation.ts'
import type { DossierId } from '../../../shared/domain/dossier.ts'
import type { DocumentId, Hash, PersonId } from '../../../shared/domain/id.ts'
import { encodeStroke } from '../../../shared/domain/ink-stroke.ts'
import type { AnnotationHandle, LayerName, ShownAnnotation } from '../../app/annotation-handle.ts'
import type { MarkSink, MarkTool, ShownMark } from '../../pdf/mark.ts'
import { boxOf } from '../../pdf/mark-hits.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useApp } from '../app-context.tsx'
import { inkColours, type ToolKind, textBoxWidth, textSize, widths, wordColours } from '../mark-choices.ts'
import { shownMark } from '../shown-mark.ts'
import { useNearbyWords } from './use-nearby-words.ts'
import { useTextOf } from './use-text-of.ts'

/** A version of a dossier's document: what notes belong to. */
export type NotedDocument = { dossier: DossierId; document: DocumentId; hash: Hash }

/** Notes on the open document: what there is, what the hand holds, what is chosen. */
export type Marks = {
  handle: AnnotationHandle
  document: NotedDocument
  shown: readonly ShownAnnotation[]
  tray: readonly ShownAnnotation[]
  /** Of former versions, as long as it is not known where they stand in this one. */
  placing: readonly ShownAnnotation[]
  hidden: ReadonlySet<PersonId>
  setHidden(hidden: ReadonlySet<PersonId>): void
  tool: ToolKind | null
  setTool(tool: ToolKind | null): void
  colourOf(kind: ToolKind): string
  setColour(colour: string): void
  width: number
  setWidth(width: number): void
  layer: LayerName
  setLayer(layer: LayerName): void
  selected: ShownAnnotation | null
  select(id: string | null): void
  /** Brings a mark before one's eyes, and chooses it. */
  reveal(id: string): void
  remove(ids: readonly string[]): void
  toggleBookmark(page: number): void
}

export type MarkWork = Marks & { sink: MarkSink; attach(viewer: PdfViewer | null): void }

/**
 * Null where this person keeps no notes, or the document lies in no dossier.
 * @param first a note that something has led to
 */
export function useMarks(document: NotedDocument | null, first: string | null): MarkWork | null {
  const app = useApp()
  const { subject } = app.me()
  const mayWrite = permit(subject, { action: 'open-notes', owner: app.identity.person }).allow
  const key = document && mayWrite ? `${document.dossier}/${document.document}/${document.hash}` : null
  const [opened, setOpened] = useState<OpenNotes | null>(null)
  const [selectedId, select] = useState<string | null>(null)
  // A text in which nothing was written would lie there unseen.
  useEffect(() => () => eraseIfEmpty(opened?.handle, selectedId), [opened, selectedId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the document
  useEffect(() => {
    if (!document || key === null) return
    const notes = openNotes(app.annotations.open(document))
    setOpened(notes)
    return () => {
      notes.close()
      setOpened(null)
    }
  }, [app, key])
  const version = useSyncExternalStore(opened?.subscribe ?? never, opened?.version ?? zero)

  const [tool, setTool] = useState<ToolKind | null>(null)
  const [colours, setColours] = useState<Partial<Record<ToolKind, string>>>({})
  const [width, setWidth] = useState<number>(widths[1].value)
  const [layer, setLayer] = useState<LayerName>('private')
  const [hidden, setHidden] = useState<ReadonlySet<PersonId>>(new Set())
  const [viewer, attach] = useState<PdfViewer | null>(null)
  const colourOf = (kind: ToolKind) =>
    colours[kind] ?? (kind === 'highlight' ? wordColours[0].value : inkColours[0].value)

  const { textOf, isReady } = useTextOf(document?.hash ?? null, opened?.handle ?? null, { version, viewer })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that the notes have changed
  const placed = useMemo(
    () => opened?.handle.place(textOf) ?? { shown: [], tray: [] },
    [opened, version, textOf],
  )
  const seen = useMemo(() => placed.shown.filter(({ author }) => !hidden.has(author)), [placed, hidden])
  const nameOf = useRef((_: PersonId): string => '')
  nameOf.current = (person) => app.copy.reader.get('person', `person/${person}`)?.name ?? ''
  useEffect(() => viewer?.marks.show(seen.map((each) => shownMark(each, nameOf.current))), [viewer, seen])
  const colour = tool === null ? '' : colourOf(tool)
  useEffect(() => viewer?.marks.setTool(handTool(tool, colour, width)), [viewer, tool, colour, width])
  useEffect(() => viewer?.marks.setSelected(selectedId), [viewer, selectedId])

  const reveal = (id: string) => {
    const mark = placed.shown.find((each) => each.id === id)
    if (!mark) return
    viewer?.goTo(mark.page + 1, cornerOf(shownMark(mark, nameOf.current)))
    select(id)
  }
  const wanted = useRef(first)
  useEffect(() => {
    const id = wanted.current
    if (!viewer || id === null || !placed.shown.some((each) => each.id === id)) return
    wanted.current = null
    reveal(id)
  })

  const words = useNearbyWords(viewer, tool !== null, app.now)
  const now = useRef({ colourOf, width, layer, handle: opened?.handle })
  now.current = { colourOf, width, layer, handle: opened?.handle }
  const sink = useMemo<MarkSink>(() => {
    const add = (draft: Omit<Parameters<AnnotationHandle['add']>[0], 'layer'>): string | null =>
      now.current.handle?.add({ ...draft, layer: now.current.layer }) ?? null
    return {
      ink: (page, points) => {
        const style = { colour: now.current.colourOf('ink'), width: now.current.width }
        const quote = words.nearStroke(page, points)
        add({ page, quote, geometry: { kind: 'ink', strokes: [encodeStroke(points)] }, style })
      },
      textMark: (kind, page, quads, quote) => {
        add({ page, quote, geometry: { kind, quads }, style: { colour: now.current.colourOf(kind) } })
      },
      place: (kind, page, [x, y]) => {
        const style = kind === 'text' ? { colour: now.current.colourOf('text') } : {}
        const geometry: Geometry =
          kind === 'note'
            ? { kind, at: [x, y] }
            : { kind, box: [x, y - 4 * textSize, x + textBoxWidth, y], size: textSize }
        const id = add({ page, quote: words.near(page, [x, y]), geometry, style, text: '' })
        select(id)
        setTool('select')
      },
      erase: (ids) => now.current.handle?.erase(ids),
      select,
      move: (id, dx, dy) => now.current.handle?.shift(id, dx, dy),
    }
  }, [words])

  if (!opened || !document) return null
  const { handle } = opened
  return {
    handle,
    document,
    shown: placed.shown,
    tray: isReady ? placed.tray : [],
    placing: isReady ? [] : placed.tray,
    hidden,
    setHidden,
    tool,
    setTool: (next) => {
      setTool(next)
      if (next !== 'select') select(null)
    },
    colourOf,
    setColour: (colour) => tool && setColours((was) => ({ ...was, [tool]: colour })),
    width,
    setWidth,
    layer,
    setLayer,
    selected: placed.shown.find(({ id }) => id === selectedId) ?? null,
    select,
    reveal,
    remove: (ids) => {
      handle.erase(ids)
      select(null)
    },
    toggleBookmark: (page) => {
      const mine = placed.shown.filter(
        (each) => each.isMine && each.page === page && each.geometry.kind === 'bookmark',
      )
      if (mine.length > 0) handle.erase(mine.map(({ id }) => id))
      else handle.add({ page, quote: null, geometry: { kind: 'bookmark' }, style: {}, layer: 'private' })
    },
    sink,
    attach,
  }
}

/** A little above and beside it, so that it is read with what stands around it. */
function cornerOf(mark: ShownMark): [number, number] | null {
  const box = boxOf(mark)
  return box && [box[0] - 24, box[3] + 60]
}

function eraseIfEmpty(handle: AnnotationHandle | undefined, id: string | null): void {
  const left = handle?.list().find((each) => each.id === id)
  if (left?.isMine && left.geometry.kind === 'text' && left.text.trim() === '') handle?.erase([left.id])
}

function handTool(tool: ToolKind | null, colour: string, width: number): MarkTool {
  switch (tool) {
    case null:
      return { kind: 'read' }
    case 'ink':
      return { kind: tool, colour, width }
    case 'highlight':
    case 'underline':
    case 'strike':
      return { kind: tool, colour }
    default:
      return { kind: tool }
  }
}

type OpenNotes = ReturnType<typeof openNotes>

/** The handle, with a number that changes with its notes. */
function openNotes(handle: AnnotationHandle) {
  let changes = 0
  const listeners = new Set<() => void>()
  const end = handle.subscribe(() => {
    changes += 1
    for (const listener of [...listeners]) listener()
  })
  return {
    handle,
    version: () => changes,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      end()
      handle.close()
    },
  }
}

const never = () => () => {}
const zero = () => 0
