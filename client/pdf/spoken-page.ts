import { type PageWord, pageLines, wordsRange } from './page-words.ts'

/**
 * What a screen reader reads of a page. The text layer is made for the eye and the hand: a word lies there in pieces, one for
 * each font that its letters come from, and Vietnamese is read out letter by letter. So the layer is kept from being read,
 * and whole paragraphs lie unseen where they stand on the page, for a finger that feels its way as well. A document that
 * brings its own structure is read by that.
 */
export function speakPage(page: HTMLElement): void {
  const layer = page.querySelector<HTMLElement>('.textLayer')
  // The place that scrolls is a stop of the keyboard already.
  layer?.removeAttribute('tabindex')
  if (!layer || page.querySelector('.structTree') || page.querySelector('.ec-spoken')) return
  const place = page.getBoundingClientRect()
  const lines = pageLines(layer)
  if (lines.length === 0 || place.width === 0) return
  const spoken = document.createElement('div')
  spoken.className = 'ec-spoken'
  spoken.append(...paragraphs(lines, place).map(paragraphElement))
  layer.setAttribute('aria-hidden', 'true')
  layer.before(spoken)
}

/** What the document says it is written in; Vietnamese where it does not say. */
export async function languageOf(document: { getMetadata(): Promise<{ info: object }> }): Promise<string> {
  const told = await document.getMetadata().catch(() => null)
  const language: unknown = told && 'Language' in told.info ? told.info.Language : null
  return typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) ? language : 'vi'
}

/** Shares of the page. */
type Box = { left: number; top: number; right: number; bottom: number }
export type SpokenLine = Box & { text: string }

function paragraphs(lines: PageWord[][], place: DOMRect): SpokenLine[] {
  return joinLines(
    lines.flatMap((words) => {
      const [first, last] = [words[0], words.at(-1)]
      if (!first || !last) return []
      const box = wordsRange(first, last).getBoundingClientRect()
      return {
        text: words.map(({ text }) => text).join(' '),
        left: (box.left - place.left) / place.width,
        right: (box.right - place.left) / place.width,
        top: (box.top - place.top) / place.height,
        bottom: (box.bottom - place.top) / place.height,
      }
    }),
  )
}

/** Lines that belong together: one below the other, the upper one filled to the edge. */
export function joinLines(lines: readonly SpokenLine[]): SpokenLine[] {
  const edge = Math.max(0, ...lines.map(({ right }) => right))
  const joined: SpokenLine[] = []
  let upper: SpokenLine | null = null
  for (const line of lines) {
    const whole = joined.at(-1)
    const height = line.bottom - line.top
    const isNext =
      upper !== null &&
      line.top > upper.top + height / 2 &&
      line.top - upper.bottom < height &&
      upper.right > edge - fullWithin
    if (whole && isNext) joined[joined.length - 1] = union(whole, line)
    else joined.push(line)
    upper = line
  }
  return joined
}

/** Of the page's width: what a ragged margin leaves empty. */
const fullWithin = 0.12

const union = (a: SpokenLine, b: SpokenLine): SpokenLine => ({
  text: `${a.text} ${b.text}`,
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

function paragraphElement({ text, left, top, right, bottom }: SpokenLine): HTMLElement {
  const element = document.createElement('p')
  element.textContent = text
  const share = (part: number) => `${(100 * part).toFixed(2)}%`
  element.style.left = share(left)
  element.style.top = share(top)
  element.style.width = share(right - left)
  element.style.height = share(bottom - top)
  return element
}
