import fontkit from '@cantoo/fontkit'
import { PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import type { Instant } from '../../shared/lib/time.ts'
import { pageHeight, pageWidth } from './page-mark.ts'

export type AboutPdf = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly madeAt: Instant
}

/** An empty file that tells what it is; the same facts give the same bytes. */
export async function createPdf({ title, author, subject, madeAt }: AboutPdf): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.registerFontkit(fontkit)
  const made = new Date(madeAt)
  pdf.setTitle(title)
  pdf.setAuthor(author)
  pdf.setSubject(subject)
  pdf.setLanguage('vi-VN')
  pdf.setProducer('e-cabinet')
  pdf.setCreationDate(made)
  pdf.setModificationDate(made)
  return pdf
}

/** An A4 page of what was written. */
export function addPage(
  pdf: PDFDocument,
  written: { resources: PDFRef; contents: PDFRef },
  size: [width: number, height: number] = [pageWidth, pageHeight],
): void {
  const { node } = pdf.addPage(size)
  node.set(PDFName.of('Resources'), written.resources)
  node.set(PDFName.of('Contents'), written.contents)
}

export const savePdf = (pdf: PDFDocument): Promise<Uint8Array> =>
  pdf.save({ addDefaultPage: false, updateFieldAppearances: false })
