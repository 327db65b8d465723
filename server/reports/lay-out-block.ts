import { unreachable } from '../../shared/lib/unreachable.ts'
import { layOutTable, tableStartHeight } from './lay-out-table.ts'
import { indent, left, lineSpacing, measure, paragraphGap, sizes } from './official-layout.ts'
import { headingStyle, type PaperBlock, plain, type Run } from './official-paper.ts'
import type { PageFlow, TextBox } from './page-flow.ts'

const whole = { x: left, width: measure, size: sizes.body }
const boxes = {
  heading: { ...whole, indent, align: 'left' },
  paragraph: { ...whole, indent, align: 'justified' },
  quotation: { ...whole, x: left + indent, width: measure - indent, indent: 0, align: 'justified' },
  code: { ...whole, size: sizes.code, indent: 0, align: 'left' },
} as const satisfies Record<string, TextBox>

type TextBlock = Exclude<PaperBlock, { kind: 'table' }>

/** Its paragraphs, each to be set by itself. */
function runsOf(block: TextBlock): (readonly Run[])[] {
  switch (block.kind) {
    case 'heading':
      return [[{ style: headingStyle[block.level], text: block.text }]]
    case 'paragraph':
      return [block.runs]
    case 'quotation':
      return block.text.split('\n').map((text) => [plain(text)])
    case 'code':
      return block.lines.map((text) => [plain(text)])
    default:
      return unreachable(block)
  }
}

/** Lines of a code stand close. */
const gapOf = (block: PaperBlock): number => (block.kind === 'code' ? 0 : paragraphGap)

export function heightOfBlock(flow: PageFlow, block: TextBlock): number {
  const box = boxes[block.kind]
  return runsOf(block).reduce(
    (sum, runs) => sum + gapOf(block) + flow.linesOf(runs, box).length * box.size * lineSpacing,
    0,
  )
}

/** What of a block must stand on the page on which it begins. */
function startHeight(flow: PageFlow, block: PaperBlock): number {
  if (block.kind === 'table') return tableStartHeight(flow, block)
  if (block.kind === 'code') return heightOfBlock(flow, block)
  const [first = []] = runsOf(block)
  const box = boxes[block.kind]
  const lines = flow.linesOf(first, box).length
  // Of three lines none may stand alone on either side.
  const together = block.kind === 'heading' || lines <= 3 ? lines : 2
  return gapOf(block) + together * box.size * lineSpacing
}

/** A heading begins a page rather than ending one: with it the start of what it heads, through all headings between. */
export function layOutBlocks(flow: PageFlow, blocks: readonly PaperBlock[]): void {
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      let needed = 0
      for (const next of blocks.slice(at)) {
        needed += startHeight(flow, next)
        if (next.kind !== 'heading') break
      }
      if (needed > flow.room()) flow.newPage()
    }
    layOutBlock(flow, block)
  }
}

function layOutBlock(flow: PageFlow, block: PaperBlock): void {
  if (block.kind === 'table') {
    layOutTable(flow, block)
    return
  }
  if (block.kind === 'code' && heightOfBlock(flow, block) > flow.room()) flow.newPage()
  const box = boxes[block.kind]
  for (const runs of runsOf(block)) {
    flow.skip(gapOf(block))
    flow.flow(flow.linesOf(runs, box), box)
  }
}
