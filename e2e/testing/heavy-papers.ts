import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { createCanvas } from '@napi-rs/canvas'
import type { DocumentKind, DocumentRequest } from '../../server/demo/documents/document-request.ts'
import { makeDocument } from '../../server/demo/documents/make-document.ts'
import { openPdf } from '../../server/intake/open-pdf.ts'
import { drawPage } from '../../server/intake/page-thumbnail.ts'
import { dayOf, instant } from '../../shared/lib/time.ts'

/** What the generator of documents does not make by itself: the longest, the heaviest, and one with a damaged page. */

export const paperOf = (kind: DocumentKind, pages: number, more: Partial<DocumentRequest> = {}) =>
  makeDocument({
    kind,
    title: 'dự thảo Nghị định về quản lý và sử dụng tài sản công',
    agency: 'Bộ Tài chính',
    number: '45/TTr-BTC',
    day: dayOf(instant(1_790_000_000_000)),
    pages,
    seed: 7,
    ...more,
  })

const mostAtOnce = 100

/** Longer than any ministry's: reports one after the other in one file. */
export async function longPaper(pages: number): Promise<Uint8Array> {
  const whole = await PDFDocument.create()
  for (let done = 0; done < pages; done += mostAtOnce) {
    const part = await PDFDocument.load(
      await paperOf('submission', Math.min(mostAtOnce, pages - done), { seed: done + 7 }),
    )
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page)
  }
  return await whole.save()
}

const scannedPages = 16
const dotsPerPoint = 300 / 72

/** A paper laid on a scanner for colour at 300 dots an inch, with the grain of its paper, until the file has this size. */
export async function heavyScan(leastBytes: number): Promise<Uint8Array> {
  const pdf = await openPdf(await paperOf('submission', scannedPages))
  const scan = await PDFDocument.create()
  const grain = grainOfPaper()
  for (let size = 0, no = 1; size < leastBytes; no++) {
    const page = await pdf.getPage(((no - 1) % scannedPages) + 1)
    const viewport = page.getViewport({ scale: dotsPerPoint })
    const canvas = await drawPage(page, viewport)
    const brush = canvas.getContext('2d')
    const paper = brush.createPattern(grain, 'repeat')
    if (!paper) throw new Error('no grain')
    brush.fillStyle = paper
    // Elsewhere on each sheet, so that no two are alike.
    brush.translate(-((no * 131) % 500), -((no * 197) % 500))
    brush.fillRect(0, 0, canvas.width + 500, canvas.height + 500)
    const picture = canvas.toBuffer('image/jpeg', 90)
    size += picture.length
    const { width, height } = page.getViewport({ scale: 1 })
    const image = await scan.embedJpg(new Uint8Array(picture))
    scan.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
    page.cleanup()
  }
  return await scan.save()
}

function grainOfPaper() {
  const side = 512
  const canvas = createCanvas(side, side)
  const brush = canvas.getContext('2d')
  const dots = brush.createImageData(side, side)
  let state = 1
  for (let at = 0; at < dots.data.length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    dots.data[at] = 120 + (state >>> 28) * 4
    dots.data[at + 1] = 110 + ((state >>> 24) & 15) * 4
    dots.data[at + 2] = 90 + ((state >>> 20) & 15) * 4
    dots.data[at + 3] = (state >>> 16) & 63
  }
  brush.putImageData(dots, 0, 0)
  return canvas
}

/** What says how a page is painted is noise: the file opens, and every other page stays as it was. @param no from 1 */
export async function withDamagedPage(paper: Uint8Array, no: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(paper)
  const { context } = pdf
  const page = pdf.getPage(no - 1).node
  const painted = page.lookup(PDFName.of('Contents'))
  if (!(painted instanceof PDFRawStream)) throw new Error('the page is painted in no one stream')
  const noise = painted.getContents().map((byte, at) => (at < 2 ? 0xff : byte ^ 0x5a))
  page.set(PDFName.of('Contents'), context.register(PDFRawStream.of(painted.dict, noise)))
  return await pdf.save()
}
