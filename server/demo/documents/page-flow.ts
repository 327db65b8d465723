import { type PageMark, pageWidth, type TextStyle } from '../../typeset/page-mark.ts'
import type { Typeface } from '../../typeset/typeface.ts'

/** Margins of Nghị định 30/2020, Phụ lục I: 20-25 mm above and below, 30-35 mm left, 15-20 mm right. Points. */
export const left = 85.04
export const right = pageWidth - 51.02
const top = 62.36
const bottom = 841.89 - 59.53
export const measure = right - left

export type Align = 'left' | 'centre' | 'right' | 'justified'

export type TextBox = {
  readonly style: TextStyle
  readonly size: number
  readonly align: Align
  /** From the page's left edge. */
  readonly x: number
  readonly width: number
  readonly leading: number
  readonly indent: number
}

export type PageFlow = ReturnType<typeof createPageFlow>

/** Marks put one below the other, from page to page. */
export function createPageFlow(typeface: Typeface) {
  const pages: PageMark[][] = []
  let page: PageMark[] = []
  let y = top

  function newPage(): void {
    page = []
    pages.push(page)
    y = top
    if (pages.length < 2) return
    const number = String(pages.length)
    const x = (pageWidth - typeface.width('regular', 12, number)) / 2
    page.push({ kind: 'text', x, y: 42, size: 12, style: 'regular', text: number, gap: 0 })
  }
  newPage()

  /** Marks of one line at the given baseline; its last line is never stretched. */
  function putLine(text: string, box: TextBox, baseline: number, isFirst: boolean, isLast: boolean): void {
    const indent = isFirst ? box.indent : 0
    const free = box.width - indent - typeface.width(box.style, box.size, text)
    const spaces = text.split(' ').length - 1
    const gap = box.align === 'justified' && !isLast && spaces > 0 ? free / spaces : 0
    const shift = box.align === 'centre' ? free / 2 : box.align === 'right' ? free : 0
    const x = box.x + indent + shift
    page.push({ kind: 'text', x, y: baseline, size: box.size, style: box.style, text, gap })
  }

  /** Goes on over the page's end. */
  function flow(text: string, box: TextBox): void {
    const lines = breakLines(typeface, text, box)
    for (const [at, line] of lines.entries()) {
      if (y + box.leading > bottom) newPage()
      y += box.leading
      putLine(line, box, y - box.leading * 0.28, at === 0, at === lines.length - 1)
    }
  }

  /** Anywhere on this page, moving nothing. @returns the height used. */
  function place(text: string, box: TextBox, from: number): number {
    const lines = breakLines(typeface, text, box)
    for (const [at, line] of lines.entries())
      putLine(line, box, from + box.leading * (at + 0.72), at === 0, at === lines.length - 1)
    return lines.length * box.leading
  }

  return {
    pages,
    flow,
    place,
    newPage,
    mark: (mark: PageMark) => page.push(mark),
    skip: (height: number) => {
      y += height
    },
    y: () => y,
    room: () => bottom - y,
    heightOf: (text: string, box: TextBox) => breakLines(typeface, text, box).length * box.leading,
  }
}

/** Greedy; a line feed in the text ends a line. */
function breakLines(typeface: Typeface, text: string, box: TextBox): string[] {
  const space = typeface.width(box.style, box.size, ' ')
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line: string[] = []
    let used = box.indent
    for (const word of paragraph.split(' ')) {
      const width = typeface.width(box.style, box.size, word)
      if (line.length > 0 && used + width > box.width) {
        lines.push(line.join(' '))
        line = []
        used = 0
      }
      line.push(word)
      used += width + space
    }
    lines.push(line.join(' '))
  }
  return lines
}
