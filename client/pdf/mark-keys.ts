import type { MarkPage, MarkTool, ShownMark, TextMarkKind } from './mark.ts'
import type { HandParts } from './mark-gesture.ts'
import { selectedText } from './selected-text.ts'
import { createWordCursor, type WordCursor } from './word-cursor.ts'

/** What a hand does on the pages, done by keys: words chosen and marked, a note put down, what is chosen moved or taken away. */
type MarkKeys = { setTool(tool: MarkTool): void; close(): void }

type KeyParts = HandParts & { selected(): ShownMark | null }
/** Pixels; `far` with the Shift key. */
const step = { near: 4, far: 32 }
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Keys count while the place of the pages has the focus; those that mean nothing here go on to the reader. */
export function followKeys(container: HTMLElement, parts: KeyParts): MarkKeys {
  const { sink, pages } = parts
  let tool: MarkTool = { kind: 'read' }
  let cursor: { page: MarkPage; words: WordCursor } | null = null
  const voice = document.createElement('p')
  voice.className = 'ec-unseen'
  voice.setAttribute('role', 'status')
  container.append(voice)

  const unchoose = () => {
    voice.textContent = ''
    document.getSelection()?.removeAllRanges()
  }
  const areaInSight = (page: MarkPage): number => {
    const [left, top, right, bottom] = parts.inSight(page)
    return page.place.isConnected ? (right - left) * (bottom - top) : 0
  }
  /** The page that most of what is in sight belongs to. */
  const pageInSight = (): MarkPage | null => {
    let largest: { page: MarkPage | null; area: number } = { page: null, area: 0 }
    for (const page of pages.values()) {
      const area = areaInSight(page)
      if (area > largest.area) largest = { page, area }
    }
    return largest.page
  }
  /** Goes on where it was while that is in sight. */
  const cursorHere = (): WordCursor | null => {
    if (cursor && areaInSight(cursor.page) > 0 && cursor.words.isWhole()) return cursor.words
    const page = pageInSight()
    const layer = page?.place.querySelector<HTMLElement>('.textLayer')
    const place = container.getBoundingClientRect()
    const words = layer
      ? createWordCursor(layer, ({ top, left }) => top >= place.top && left >= place.left)
      : null
    cursor = page && words && { page, words }
    return words
  }

  const markWords = (kind: TextMarkKind, { key, shiftKey }: KeyboardEvent): boolean => {
    if (key === 'Enter') {
      if (voice.textContent !== '' && cursor?.words.isWhole()) cursor.words.select()
      const found = selectedText(document.getSelection(), [...pages.values()])
      for (const { page, quads, quote } of found) sink.textMark(kind, page, quads, quote)
      if (found.length > 0) unchoose()
      return found.length > 0
    }
    if (key === 'Escape') {
      const had = voice.textContent !== ''
      unchoose()
      return had
    }
    const words = cursorHere()
    if (!words?.move(key, shiftKey)) return false
    voice.textContent = words.words()
    return true
  }
  const place = (kind: 'text' | 'note', { key }: KeyboardEvent): boolean => {
    const page = key === 'Enter' ? pageInSight() : null
    if (!page) return false
    const [left, top, right, bottom] = parts.inSight(page)
    sink.place(kind, page.page, page.frame.toPage(left + (right - left) / 4, top + (bottom - top) / 3))
    return true
  }
  const handle = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const mark = parts.selected()
    const page = mark && pages.get(mark.page)
    if (!mark?.isMine || !page) return false
    if (key === 'Delete' || key === 'Backspace') {
      sink.erase([mark.id])
      sink.select(null)
      return true
    }
    const way = arrows[key]
    if (!way || mark.geometry.kind === 'bookmark') return false
    const far = shiftKey ? step.far : step.near
    const [[x, y], [toX, toY]] = [page.frame.toPage(0, 0), page.frame.toPage(way[0] * far, way[1] * far)]
    sink.move(mark.id, toX - x, toY - y)
    return true
  }
  const act = (event: KeyboardEvent): boolean => {
    switch (tool.kind) {
      case 'highlight':
      case 'underline':
      case 'strike':
        return markWords(tool.kind, event)
      case 'text':
      case 'note':
        return place(tool.kind, event)
      case 'select':
        return handle(event)
      case 'read':
      case 'ink':
      case 'eraser':
        return false
    }
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== container || event.ctrlKey || event.metaKey || event.altKey || !act(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  container.addEventListener('keydown', onKey)

  return {
    setTool(next) {
      if (next.kind !== tool.kind && voice.textContent !== '') unchoose()
      tool = next
    },
    close() {
      container.removeEventListener('keydown', onKey)
      voice.remove()
    },
  }
}
