import { useEffect } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import type { ReaderState } from './use-reader.ts'

type Turn = (way: 'forward' | 'back') => void

/** Keys of the open reader; typing in a field is left alone. */
export function useReaderKeys(
  place: React.RefObject<HTMLElement | null>,
  viewer: PdfViewer | null,
  reader: ReaderState,
  turn: Turn,
): void {
  useEffect(() => {
    const element = place.current
    if (!element || !viewer) return
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || (isTyping(event.target) && event.key !== 'Escape')) return
      // Where nothing has the focus, the keys are the reader's too; in a sheet over it they are not.
      if (event.target !== document.body && !(event.target instanceof Node && element.contains(event.target)))
        return
      const run = actionOf(event, viewer, reader, turn)
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null

function actionOf(
  event: KeyboardEvent,
  viewer: PdfViewer,
  reader: ReaderState,
  turn: Turn,
): (() => void) | null {
  const isControl = event.ctrlKey || event.metaKey
  if (isControl) {
    switch (event.key) {
      case 'f':
        return () => reader.setSide('find')
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
      if (reader.side !== null) return () => reader.setSide(null)
      return reader.isFull ? () => reader.setFull(false) : null
    default:
      return null
  }
}
