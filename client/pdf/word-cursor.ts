import { type PageWord, pageLines, wordsRange } from './page-words.ts'

/** A place among the words of one page, moved by keys, and what is chosen from there. */
export type WordCursor = {
  /** @param stretches keeps the other end, so that more is chosen */
  move(key: string, stretches: boolean): boolean
  /** Shows what is chosen; a page that is laid out anew has let go of it. */
  select(): void
  /** What is chosen, to be said aloud. */
  words(): string
  /** Whether the words still lie in the page. */
  isWhole(): boolean
}

type Placed = { word: PageWord; line: number }

/** Null where the page has no words. @param isSeen whether a word is before one's eyes: there it begins */
export function createWordCursor(layer: HTMLElement, isSeen: (word: DOMRect) => boolean): WordCursor | null {
  const placed = pageLines(layer).flatMap((words, line) => words.map((word): Placed => ({ word, line })))
  if (placed.length === 0) return null
  const boxOf = ({ word }: Placed) => wordsRange(word, word).getBoundingClientRect()
  const found = layer.querySelector('.highlight.selected')
  const first = placed.findIndex((each) =>
    found ? found.contains(each.word.from.node) : isSeen(boxOf(each)),
  )
  let head = Math.max(0, first)
  let fixed = head
  let isShown = false

  /** The word of another line that lies nearest below or above. */
  const beside = (way: 1 | -1): number => {
    const here = placed[head]
    const line = (here?.line ?? 0) + way
    const there = placed.flatMap((each, at) => (each.line === line ? [{ at, box: boxOf(each) }] : []))
    if (!here || there.length === 0) return head
    const x = boxOf(here).left
    return there.reduce((a, b) => (Math.abs(b.box.left - x) < Math.abs(a.box.left - x) ? b : a)).at
  }
  const targetOf = (key: string): number | null => {
    const line = placed[head]?.line
    switch (key) {
      case 'ArrowRight':
        return Math.min(placed.length - 1, head + 1)
      case 'ArrowLeft':
        return Math.max(0, head - 1)
      case 'ArrowDown':
        return beside(1)
      case 'ArrowUp':
        return beside(-1)
      case 'Home':
        return placed.findIndex((each) => each.line === line)
      case 'End':
        return placed.findLastIndex((each) => each.line === line)
      default:
        return null
    }
  }
  const chosen = () => placed.slice(Math.min(fixed, head), Math.max(fixed, head) + 1)

  const select = () => {
    const [first, last] = [chosen()[0]?.word, chosen().at(-1)?.word]
    if (!first || !last) return
    const { from } = first
    const { to } = last
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  return {
    select,
    move(key, stretches) {
      const target = targetOf(key)
      if (target === null) return false
      // The first key only shows where it begins.
      if (isShown || stretches) head = target
      if (!stretches) fixed = head
      isShown = true
      select()
      placed[head]?.word.from.node.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return true
    },
    isWhole: () => placed[head]?.word.from.node.isConnected === true,
    words: () =>
      isShown
        ? chosen()
            .map(({ word }) => word.text)
            .join(' ')
        : '',
  }
}
