import { unreachable } from '../../../shared/lib/unreachable.ts'
import type { TextStyle } from '../../typeset/page-mark.ts'
import type { DocumentBlock, TableRow } from './document-block.ts'
import { left, measure, type PageFlow, right, type TextBox } from './page-flow.ts'

/** Points. */
const after = 6
const barHeight = 22
const columnOfSerial = 30
const columnOfFigure = 58

const body = (style: TextStyle): TextBox => ({
  style,
  size: 13,
  align: 'justified',
  x: left,
  width: measure,
  leading: 19,
  indent: 28.35,
})
const headingBox = (isCentred: boolean): TextBox =>
  isCentred ? { ...body('bold'), align: 'centre', indent: 0 } : { ...body('bold'), align: 'left' }
const captionBox: TextBox = { ...body('italic'), size: 12, align: 'centre', indent: 0 }
const cell = (style: TextStyle, align: 'left' | 'centre' | 'right', x: number, width: number): TextBox => ({
  style,
  size: 10.5,
  align,
  x,
  width,
  leading: 15,
  indent: 0,
})

/** Points. */
export function heightOfBlock(flow: PageFlow, block: DocumentBlock): number {
  switch (block.kind) {
    case 'heading':
      return flow.heightOf(block.text, headingBox(block.centred)) + after
    case 'paragraph':
      return flow.heightOf(block.text, body(block.style)) + after
    case 'table':
      return (
        flow.heightOf(block.caption, captionBox) +
        block.rows.reduce((sum, row) => sum + rowHeight(flow, row), 0) +
        2 * after
      )
    case 'bars':
      return flow.heightOf(block.caption, captionBox) + block.bars.length * barHeight + 3 * after
    default:
      return unreachable(block)
  }
}

export function layOutBlock(flow: PageFlow, block: DocumentBlock): void {
  // A heading stays with what it is the heading of; a table and its caption stay whole.
  const keptWith = block.kind === 'heading' ? 3 * 19 : 0
  if (block.kind !== 'paragraph' && heightOfBlock(flow, block) + keptWith > flow.room()) flow.newPage()
  switch (block.kind) {
    case 'heading':
      flow.flow(block.text, headingBox(block.centred))
      break
    case 'paragraph':
      flow.flow(block.text, body(block.style))
      break
    case 'table':
      flow.flow(block.caption, captionBox)
      flow.skip(4)
      layOutTable(flow, block.rows)
      break
    case 'bars':
      layOutBars(flow, block.bars)
      flow.flow(block.caption, captionBox)
      break
    default:
      unreachable(block)
  }
  flow.skip(after)
}

function layOutTable(flow: PageFlow, rows: readonly TableRow[]): void {
  const edges = edgesOf(rows[0] ?? [])
  const begin = flow.y()
  for (const [at, row] of rows.entries()) {
    const y = flow.y()
    line(flow, [left, y], [right, y])
    const style = at === 0 || at === rows.length - 1 ? 'bold' : 'regular'
    for (const [place, text] of row.entries()) {
      const align = at === 0 || place === 0 ? 'centre' : place === 1 ? 'left' : 'right'
      const x = (edges[place] ?? left) + 4
      flow.place(text, cell(style, align, x, (edges[place + 1] ?? right) - x - 4), y + 3)
    }
    flow.skip(rowHeight(flow, row))
  }
  line(flow, [left, flow.y()], [right, flow.y()])
  for (const x of edges) line(flow, [x, begin], [x, flow.y()])
}

function edgesOf(row: TableRow): number[] {
  const figures = row.slice(2).map((_, at) => right - columnOfFigure * (row.length - 2 - at))
  return [left, left + columnOfSerial, ...figures, right]
}

/** Only the words of the second column may need several lines. */
function rowHeight(flow: PageFlow, row: TableRow): number {
  const [, from = left, to = right] = edgesOf(row)
  return flow.heightOf(row[1] ?? '', cell('bold', 'left', from + 4, to - from - 8)) + 6
}

function layOutBars(
  flow: PageFlow,
  bars: readonly { readonly label: string; readonly value: number; readonly shown: string }[],
): void {
  const from = left + 222
  const longest = right - from - 40
  const most = Math.max(...bars.map(({ value }) => value))
  flow.skip(after)
  for (const { label, value, shown } of bars) {
    const y = flow.y()
    const end = from + (value / most) * longest
    flow.place(label, cell('regular', 'right', left, 214), y + 3)
    flow.mark({ kind: 'rule', from: [from, y + barHeight / 2], to: [end, y + barHeight / 2], thickness: 12 })
    flow.place(shown, cell('regular', 'left', end + 5, 40), y + 3)
    flow.skip(barHeight)
  }
  line(flow, [from, flow.y() - bars.length * barHeight], [from, flow.y()])
}

function line(flow: PageFlow, from: [number, number], to: [number, number]): void {
  flow.mark({ kind: 'rule', from, to, thickness: 0.6 })
}
