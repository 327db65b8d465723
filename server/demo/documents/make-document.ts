import { startOfDay } from '../../../shared/lib/time.ts'
import { addPage, createPdf, savePdf } from '../../typeset/pdf-file.ts'
import { type FaceFiles, loadTypeface, type Typeface } from '../../typeset/typeface.ts'
import { createTextPageWriter } from '../../typeset/write-text-page.ts'
import type { DocumentRequest } from './document-request.ts'
import { layOutPages } from './lay-out-pages.ts'
import { createScannedPageWriter } from './write-scanned-page.ts'

/** From the package that the screens use too. */
const beVietnamPro: FaceFiles = {
  name: 'BeVietnamPro',
  parts: ['latin', 'vietnamese'],
  styles: ['regular', 'bold', 'italic'],
  file: (part, style) =>
    new URL(
      `files/be-vietnam-pro-${part}-${style}.woff`,
      import.meta.resolve('@fontsource/be-vietnam-pro/LICENSE'),
    ),
}

let typeface: Promise<Typeface> | null = null

/**
 * A PDF as ministries send it, invented from first to last word, laid out after Nghị định 30/2020.
 * @returns the same bytes for the same request.
 * @throws RangeError where `pages` is not a whole number from 1 to 120.
 */
export async function makeDocument(request: DocumentRequest): Promise<Uint8Array> {
  if (!Number.isInteger(request.pages) || request.pages < 1 || request.pages > 120)
    throw new RangeError(`pages: ${request.pages}`)
  typeface ??= loadTypeface(beVietnamPro)
  const face = await typeface
  const pages = layOutPages(request, face)
  const { title, agency: author, number: subject, day } = request
  const pdf = await createPdf({ title, author, subject, madeAt: startOfDay(day) })
  const write =
    request.kind === 'scan'
      ? createScannedPageWriter(pdf, face, request.seed)
      : await createTextPageWriter(pdf, face, pages)
  for (const marks of pages) addPage(pdf, write(marks))
  return await savePdf(pdf)
}
