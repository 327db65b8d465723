import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { pageHeight, pageWidth } from '../typeset/page-mark.ts'
import type { Typeface } from '../typeset/typeface.ts'
import { docxBlock } from './docx-blocks.ts'
import { docxFoot, docxHead } from './docx-frame.ts'
import { twips } from './docx-text.ts'
import { margins, points, sizes } from './official-layout.ts'
import type { OfficialPaper } from './official-paper.ts'

const font = 'Times New Roman'
const black = { color: '000000', font }
const mm = (length: number) => twips(points(length))

/** @param typeface measures what Word's own letters will be as wide as */
export async function writeDocx(paper: OfficialPaper, typeface: Typeface): Promise<Uint8Array> {
  const body = paper.body.flatMap((block, at) => docxBlock(block, at === paper.body.length - 1))
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: sizes.page * 2 })],
  })
  const heading = { run: { ...black, size: sizes.body * 2 } }
  const file = new Document({
    title: `${paper.name}: ${paper.abstract}`,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    styles: {
      default: {
        document: { run: { font, size: sizes.body * 2, language: { value: 'vi-VN' } } },
        heading1: heading,
        heading2: heading,
        heading3: heading,
        heading4: heading,
      },
    },
    sections: [
      {
        properties: {
          // No number on the first page (Phụ lục I, mục II.3).
          titlePage: true,
          page: {
            size: { width: twips(pageWidth), height: twips(pageHeight) },
            margin: {
              top: mm(margins.top),
              bottom: mm(margins.bottom),
              left: mm(margins.left),
              right: mm(margins.right),
              header: mm(10),
              footer: mm(10),
            },
          },
        },
        headers: { default: new Header({ children: [number] }), first: new Header({ children: [] }) },
        children: [...docxHead(paper, typeface), ...body, docxFoot(paper)],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
