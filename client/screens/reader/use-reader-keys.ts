import { useEffect } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import type { MarkWork } from './use-marks.ts'
import type { ReaderState } from './use-reader.ts'

type Parts = {
  place: React.RefObject<HTMLElement | null>
  pages: React.RefObject<HTMLElement | null>
  viewer: PdfViewer | null
  reader: ReaderState
  marks: MarkWork | null
  turn: (way: 'forward' | 'back') => void
}

/** Keys of the open reader; typing in a field is left alone. */
export function useReaderKeys(parts: Parts): void {
  const { place, pages, viewer } = parts
  useEffect(() => {
    const element = place.current
    if (!element || !viewer) return
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || (isTyping(event.target) && event.key !== 'Escape')) return
      // Where nothing has the focus, the keys are the reader's too; in a sheet over it they are not.
      const isHere =
        event.target === document.body || (event.target instanceof Node && element.contains(event.target))
      if (!isHere && !(isFind(event) && !isInSheet(event.target))) return
      const run =
        event.key === 'F6'
          ? () => (pages.current === document.activeElement ? firstTool(element) : pages.current)?.focus()
          : actionOf(event, viewer, parts)
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** What is looked for is meant to be found in the pages, also from the list or the answer beside them. */
const isFind = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && event.key === 'f'

const isInSheet = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"]') !== null

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null

const firstTool = (reader: Element) => reader.querySelector<HTMLElement>('[role="toolbar"] button')

function actionOf(event: KeyboardEvent, viewer: PdfViewer, parts: Parts): (() => void) | null {
  const { place, reader, turn } = parts
  const isControl = event.ctrlKey || event.metaKey
  if (isControl) {
    switch (event.key) {
      case 'f':
        return () => {
          reader.setSide('find')
          // A panel that is only now coming takes the focus itself.
          place.current?.querySelector<HTMLElement>('.ec-reader-find input')?.focus()
        }
      case 'p':
        return reader.onPrint
      case '+':
      case '=':
        return () => viewer.zoomBy(1.25)
      case '-':
        return () => viewer.zoomBy(0.8)
      case '0':
        return () => viewer.fit('width')
      default:
        return null
    }
  }
  switch (event.key) {
    case 'PageDown':
    case 'ArrowRight':
      return () => viewer.goTo(viewer.page() + 1)
    case 'PageUp':
    case 'ArrowLeft':
      return () => viewer.goTo(viewer.page() - 1)
    case 'Home':
      return () => viewer.goTo(1)
    case 'End':
      return () => viewer.goTo(viewer.pages)
    case 'r':
      return () => viewer.rotate(1)
    case 'R':
      return () => viewer.rotate(-1)
    case 'n':
      return () => turn('forward')
    case 'p':
      return () => turn('back')
    case 'F3':
      return () => (event.shiftKey ? viewer.find.previous() : viewer.find.next())
    case 'Escape':
      return wayBack(parts)
    default:
      return null
  }
}

/** What lies on top goes first: the chosen note, what the hand holds, the panel, the tools, the full screen. */
function wayBack({ reader, marks }: Parts): (() => void) | null {
  if (marks?.selected) return () => marks.select(null)
  if (marks && reader.isWriting && marks.tool !== null) return () => marks.setTool(null)
  if (reader.side !== null) return () => reader.setSide(null)
  if (reader.isWriting) return () => reader.setWriting(false)
  return reader.isFull ? () => reader.setFull(false) : null
}
