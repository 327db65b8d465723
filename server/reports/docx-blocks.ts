import {
  AlignmentType,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { unreachable } from '../../shared/lib/unreachable.ts'
import { apart, close, firstLine, textRuns, twips } from './docx-text.ts'
import { indent, measure, sizes } from './official-layout.ts'
import { bold, type Cell, headingStyle, type PaperBlock, type PaperTable, plain } from './official-paper.ts'

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

/** @param keepNext stays on the page of what follows it */
export function docxBlock(block: PaperBlock, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          spacing: apart,
          indent: firstLine,
          keepNext: true,
          children: textRuns([{ style: headingStyle[block.level], text: block.text }], sizes.body),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          spacing: apart,
          indent: firstLine,
          keepNext,
          children: textRuns(block.runs, sizes.body),
        }),
      ]
    case 'quotation':
      return block.text.split('\n').map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType.BOTH,
            spacing: apart,
            indent: { left: twips(indent) },
            children: textRuns([plain(text)], sizes.body),
          }),
      )
    case 'code':
      return block.lines.map(
        (text, at) =>
          new Paragraph({
            spacing: at === 0 ? apart : close,
            keepNext: at < block.lines.length - 1,
            children: textRuns([plain(text)], sizes.code),
          }),
      )
    case 'table':
      return [thinLine(true), docxTable(block), thinLine(false)]
    default:
      return unreachable(block)
  }
}

/** Air above a table and below it; without a paragraph between them two would be one. */
const thinLine = (keepNext: boolean) =>
  new Paragraph({ keepNext, spacing: { before: 0, after: 0, line: twips(4), lineRule: LineRuleType.EXACT } })

/** About eight lines: such a row goes to the next page rather than being cut. */
const isShort = (columns: PaperTable['columns'], cells: readonly Cell[]): boolean =>
  columns.every(
    ({ share }, at) => (cells[at] ?? []).reduce((sum, { text }) => sum + text.length, 0) < share * 650,
  )

/** Its head stands on every page again; the first row stays with it. */
function docxTable({ columns, rows }: PaperTable): Table {
  const widths = columns.map(({ share }) => twips(share * measure))
  const row = (cells: readonly Cell[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: isHead || isShort(columns, cells),
      children: columns.map(
        ({ align }, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            children: [
              new Paragraph({
                alignment: isHead || align === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT,
                spacing: close,
                keepNext: isHead,
                children: textRuns(cells[at] ?? [], sizes.table),
              }),
            ],
          }),
      ),
    })
  const head = columns.map(({ head: text }) => [bold(text)])
  return new Table({
    width: { size: twips(measure), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}
