import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type ISpacingProperties,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx'
import { indent, lineSpacing, paragraphGap } from './official-layout.ts'
import type { Run } from './official-paper.ts'

/** Twentieths of a point, as Word counts lengths. */
export const twips = (points: number): number => Math.round(points * 20)

/** What Times New Roman itself makes of a line, in sizes of its letters; Word multiplies that, in 240ths. */
const naturalLine = 1.149
const line = Math.round((240 * lineSpacing) / naturalLine)

/** Said in full: without its rule LibreOffice takes the distance of lines for twentieths of a point. */
const lineHeight = { line, lineRule: LineRuleType.AUTO } as const

export const close: ISpacingProperties = { before: 0, after: 0, ...lineHeight }
export const apart: ISpacingProperties = { before: twips(paragraphGap), after: 0, ...lineHeight }
export const firstLine = { firstLine: twips(indent) }

export const textRuns = (runs: readonly Run[], size: number): TextRun[] =>
  runs.flatMap(({ style, text }) =>
    text.split('\n').map(
      (line, at) =>
        new TextRun({
          text: line,
          ...(at > 0 && { break: 1 }),
          size: size * 2,
          bold: style === 'bold' || style === 'bold-italic',
          italics: style === 'italic' || style === 'bold-italic',
        }),
    ),
  )

type TextOptions = Pick<IParagraphOptions, 'keepNext' | 'spacing'>

export const centredText = (run: Run, size: number, options: TextOptions = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: close,
    ...options,
    children: textRuns([run], size),
  })

/** A line of a given length in the middle of a column: the border of an empty paragraph. */
export function ruleBelow(column: number, length: number, after = 0): Paragraph {
  const side = twips((column - length) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: twips(after), line: twips(3), lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [new TextRun({ text: '', size: 2 })],
  })
}
