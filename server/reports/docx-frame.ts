import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Typeface } from '../typeset/typeface.ts'
import { centredText, close, ruleBelow, textRuns, twips } from './docx-text.ts'
import {
  abstractRule,
  country,
  dateWords,
  draftMark,
  issuerRule,
  issuerShare,
  measure,
  motto,
  numberLine,
  recipientsHead,
  signatureRoom,
  sizes,
} from './official-layout.ts'
import { bold, italic, type OfficialPaper, plain, type Signature } from './official-paper.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }

/** Two columns without lines: what a paper of the State begins and ends with. A row stays whole. */
function columns(leftWidth: number, rows: readonly (readonly [Paragraph[], Paragraph[]])[]): Table {
  const widths = [twips(leftWidth), twips(measure - leftWidth)]
  return new Table({
    width: { size: twips(measure), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: noMargins,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({ children, width: { size: widths[at] ?? 0, type: WidthType.DXA } }),
          ),
        }),
    ),
  })
}

export function docxHead(paper: OfficialPaper, typeface: Typeface): (Table | Paragraph)[] {
  const issuerWidth = measure * issuerShare
  const countryWidth = measure - issuerWidth
  const issuer = paper.issuer.toUpperCase()
  const issuerLine = issuerRule(typeface.width('bold', sizes.country, issuer))
  const gap = { ...close, before: twips(6) }
  return [
    columns(issuerWidth, [
      [
        [centredText(bold(issuer), sizes.country), ruleBelow(issuerWidth, issuerLine)],
        [
          centredText(bold(country), sizes.country),
          centredText(bold(motto), sizes.motto),
          ruleBelow(countryWidth, typeface.width('bold', sizes.motto, motto)),
        ],
      ],
      [
        [
          centredText(plain(numberLine(paper.notation)), sizes.number, { spacing: gap }),
          ...(paper.isDraft ? [centredText(bold(draftMark), sizes.number)] : []),
        ],
        [centredText(italic(`${paper.place}, ${dateWords(paper.dated)}`), sizes.date, { spacing: gap })],
      ],
    ]),
    centredText(bold(paper.name.toUpperCase()), sizes.title, { spacing: { ...close, before: twips(18) } }),
    centredText(bold(paper.abstract), sizes.title),
    ruleBelow(measure, abstractRule, 10),
    ...(paper.addressee === null
      ? []
      : [
          centredText(plain(`Kính gửi: ${paper.addressee}`), sizes.title, {
            spacing: { ...close, after: twips(8) },
          }),
        ]),
  ]
}

/** Its rows are never cut, and what comes before it is told to stay with it. */
export function docxFoot({ recipients, signature, cosignature }: OfficialPaper): Table {
  const size = sizes.recipients
  const line = (text: string) => new Paragraph({ spacing: close, children: textRuns([plain(text)], size) })
  const end = (at: number) => (at === recipients.length - 1 ? '.' : ';')
  const head = new Paragraph({
    spacing: begin,
    children: textRuns([{ style: 'bold-italic', text: recipientsHead }], sizes.recipientsHead),
  })
  const list = [head, ...recipients.map((recipient, at) => line(`- ${recipient}${end(at)}`))]
  return columns(
    measure / 2,
    cosignature
      ? [
          [signed(cosignature), signed(signature)],
          [list, [line('')]],
        ]
      : [[list, signed(signature)]],
  )
}

const begin = { ...close, before: twips(14) }

const signed = ({ authority, name }: Signature): Paragraph[] => [
  ...authority.map((text, at) =>
    centredText(bold(text), sizes.signature, { spacing: at === 0 ? begin : close }),
  ),
  centredText(bold(name ?? ''), sizes.signature, { spacing: { ...close, before: twips(signatureRoom) } }),
]
