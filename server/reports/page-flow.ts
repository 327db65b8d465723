import type { PageMark } from '../typeset/page-mark.ts'
import type { Typeface } from '../typeset/typeface.ts'
import { breakLines, type Line } from './break-lines.ts'
import { lineSpacing, sizes, type TypeArea, upright } from './official-layout.ts'
import type { Run } from './official-paper.ts'

export type TextBox = {
  readonly size: number
  /** From the page's left edge. */
  readonly x: number
  readonly width: number
  readonly indent: number
  readonly align: 'left' | 'centre' | 'justified'
}

export type PageFlow = ReturnType<typeof createPageFlow>

/** Height of a line of letters of a size. */
export const leadingOf = (size: number): number => size * lineSpacing
/** From a line's upper edge down to its baseline, in sizes of the letters: as much air above as below. */
const baseline = 0.89 + (lineSpacing - 1.11) / 2

/** Pages that fill from the top; from the second on each bears its number at the top, in the middle. */
export function createPageFlow(typeface: Typeface, area: TypeArea = upright) {
  const { left, measure, top, bottom } = area
  const pages: PageMark[][] = []
  let page: PageMark[] = []
  let y = top

  function newPage(): void {
    page = []
    pages.push(page)
    y = top
    if (pages.length === 1) return
    const text = String(pages.length)
    const { page: size } = sizes
    const x = left + (measure - typeface.width('regular', size, text)) / 2
    page.push({ kind: 'text', x, y: top * 0.7, size, style: 'regular', text, gap: 0 })
  }
  newPage()

  /** One line whose upper edge is at `at`; moves nothing. */
  function setLine({ runs, width, endsParagraph }: Line, box: TextBox, isFirst: boolean, at: number): void {
    const indent = isFirst ? box.indent : 0
    const free = box.width - indent - width
    const spaces = runs.reduce((sum, { text }) => sum + text.split(' ').length - 1, 0)
    const gap = box.align === 'justified' && !endsParagraph && spaces > 0 ? free / spaces : 0
    let x = box.x + indent + (box.align === 'centre' ? free / 2 : 0)
    for (const { style, text } of runs) {
      page.push({ kind: 'text', x, y: at + box.size * baseline, size: box.size, style, text, gap })
      if (runs.length > 1) x += typeface.width(style, box.size, text) + gap * (text.split(' ').length - 1)
    }
  }

  /** Lines one below the other on this page; `firstAt`: which of its paragraph the first one is. @returns the height used. */
  function place(lines: readonly Line[], box: TextBox, from: number, firstAt = 0): number {
    const leading = leadingOf(box.size)
    for (const [at, line] of lines.entries()) setLine(line, box, at + firstAt === 0, from + at * leading)
    return lines.length * leading
  }

  /** One paragraph; goes on over the page's end, and leaves no single line alone on either side of it. */
  function flow(lines: readonly Line[], box: TextBox): void {
    const leading = leadingOf(box.size)
    let done = 0
    while (done < lines.length) {
      const rest = lines.length - done
      const fits = Math.floor((bottom - y + 0.01) / leading)
      const taken = fits >= rest ? rest : Math.min(fits, rest - 2)
      if (taken < Math.min(2, rest) && y > top) {
        newPage()
        continue
      }
      y += place(lines.slice(done, done + taken), box, y, done)
      done += taken
    }
  }

  return {
    area,
    pages,
    newPage,
    place,
    flow,
    linesOf: (runs: readonly Run[], box: TextBox) => breakLines(typeface, runs, box),
    widthOf: typeface.width,
    rule: (from: readonly [number, number], to: readonly [number, number], thickness = 0.6) => {
      page.push({ kind: 'rule', from, to, thickness })
    },
    /** Air, which a page never begins with. */
    skip: (height: number) => {
      if (y > top) y += height
    },
    advance: (height: number) => {
      y += height
    },
    y: () => y,
    room: () => bottom - y,
    isAtTop: () => y <= top,
  }
}
