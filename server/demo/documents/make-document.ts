import fontkit from '@cantoo/fontkit'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { startOfDay } from '../../../shared/lib/time.ts'
import type { DocumentRequest } from './document-request.ts'
import { layOutPages } from './lay-out-pages.ts'
import { pageHeight, pageWidth } from './page-mark.ts'
import { loadTypeface, type Typeface } from './typeface.ts'
import { createScannedPageWriter } from './write-scanned-page.ts'
import { createTextPageWriter } from './write-text-page.ts'

let typeface: Promise<Typeface> | null = null

/**
 * A PDF as ministries send it, invented from first to last word, laid out after Nghị định 30/2020.
 * @returns the same bytes for the same request.
 * @throws RangeError where `pages` is not a whole number from 1 to 120.
 */
export async function makeDocument(request: DocumentRequest): Promise<Uint8Array> {
  if (!Number.isInteger(request.pages) || request.pages < 1 || request.pages > 120)
    throw new RangeError(`pages: ${request.pages}`)
  typeface ??= loadTypeface()
  const face = await typeface
  const pages = layOutPages(request, face)
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.registerFontkit(fontkit)
  setProperties(pdf, request)
  const write =
    request.kind === 'scan'
      ? createScannedPageWriter(pdf, face, request.seed)
      : await createTextPageWriter(pdf, face, pages)
  for (const marks of pages) {
    const { resources, contents } = write(marks)
    const { node } = pdf.addPage([pageWidth, pageHeight])
    node.set(PDFName.of('Resources'), resources)
    node.set(PDFName.of('Contents'), contents)
  }
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false })
}

function setProperties(pdf: PDFDocument, request: DocumentRequest): void {
  const made = new Date(startOfDay(request.day))
  pdf.setTitle(request.title)
  pdf.setAuthor(request.agency)
  pdf.setSubject(request.number)
  pdf.setLanguage('vi-VN')
  pdf.setProducer('e-cabinet')
  pdf.setCreationDate(made)
  pdf.setModificationDate(made)
}
