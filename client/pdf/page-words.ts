/** A word as it lies in the text layer of a page: from a letter to behind a letter. */
export type PageWord = { text: string; from: Spot; to: Spot }
export type Spot = { node: Text; offset: number }

/** The words of a page line by line, in the order of the file, whatever pieces of letters its fonts have cut them into. */
export function pageLines(layer: HTMLElement): PageWord[][] {
  const lines: PageWord[][] = []
  let line: PageWord[] = []
  let word: PageWord | null = null
  const endLine = () => {
    word = null
    if (line.length > 0) lines.push(line)
    line = []
  }
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) endLine()
    if (!(node instanceof Text)) continue
    for (const { text, from, to } of pieces(node.data)) {
      if (text.trim() === '') word = null
      else if (word === null) {
        word = { text, from: { node, offset: from }, to: { node, offset: to } }
        line.push(word)
      } else {
        word.text += text
        word.to = { node, offset: to }
      }
    }
  }
  endLine()
  return lines
}

/** Words and the blanks between them. */
const pieces = (data: string) =>
  [...data.matchAll(/\s+|\S+/g)].map(({ 0: text, index }) => ({
    text: text.normalize('NFC'),
    from: index,
    to: index + text.length,
  }))

/** From whole word to whole word, whichever way a hand has gone between two places; null where it has met none. */
export function wholeWords(
  words: readonly PageWord[],
  one: Spot,
  other: Spot,
): { from: Spot; to: Spot } | null {
  const [start, end] = isBefore(other, one) ? [other, one] : [one, other]
  const first = words.find(({ to }) => isBefore(start, to))
  const last = words.findLast(({ from }) => isBefore(from, end))
  return first && last && isBefore(first.from, last.to) ? { from: first.from, to: last.to } : null
}

function isBefore(a: Spot, b: Spot): boolean {
  if (a.node === b.node) return a.offset < b.offset
  return (a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

export function wordsRange(first: PageWord, last: PageWord): Range {
  const range = document.createRange()
  range.setStart(first.from.node, first.from.offset)
  range.setEnd(last.to.node, last.to.offset)
  return range
}
