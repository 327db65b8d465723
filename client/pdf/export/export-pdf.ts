import fontkit from '@cantoo/fontkit'
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFDocument,
  PDFName,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../../shared/lib/result.ts'
import { inPaintOrder } from '../mark-shapes.ts'
import { annotationDict, type ExportMark, popupDict } from './annotation-dict.ts'
import { type Appearance, appearanceOf, graphicsStates, type PageShape } from './appearance.ts'
import { createFootLine } from './foot-line.ts'
import { createTextWriter } from './text-writer.ts'

/** A document with the notes on it as standard annotations, that any reader shows (A5). */

export type ExportFault = { kind: 'encrypted' } | { kind: 'unreadable'; detail: string }

export type ExportedPdf = {
  bytes: Bytes
  written: number
  /** Marks of which nothing would be seen: without area, without words, or on a page that there is not. */
  skipped: number
}

type ExportMeans = {
  /** Of the typeface of the screens, each with its part of the letters. */
  fonts: readonly Bytes[]
  /** What a bookmark without words says. */
  bookmarkWord: string
  /** What stands at the foot of every page: who took the file out, and when. Empty: nothing. */
  foot: string
}

/**
 * What was there stays byte for byte, signatures included; the notes are appended (ISO 32000-2, 7.5.6). Only a file whose
 * list of its objects is lost is written anew.
 */
export async function exportPdf(
  original: Bytes,
  marks: readonly ExportMark[],
  means: ExportMeans,
): Promise<Result<ExportedPdf, ExportFault>> {
  try {
    return ok(await annotated(original, marks, means))
  } catch (error) {
    if (error instanceof EncryptedPDFError) return fail({ kind: 'encrypted' })
    return fail({ kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) })
  }
}

async function annotated(
  original: Bytes,
  marks: readonly ExportMark[],
  { fonts, bookmarkWord, foot }: ExportMeans,
): Promise<ExportedPdf> {
  const pdf = await PDFDocument.load(original, { updateMetadata: false, parseSpeed: ParseSpeeds.Fast })
  const pages = pdf.getPages()
  if (pages.length === 0) throw new TypeError('no pages')
  const { context } = pdf
  // A number that was free in the original must not be taken for a new object.
  const size = context.trailerInfo.Size?.asNumber() ?? 0
  context.largestObjectNumber = Math.max(context.largestObjectNumber, size - 1)
  pdf.registerFontkit(fontkit)
  const snapshot = pdf.takeSnapshot()
  const texts = marks.flatMap(({ geometry, text }) => (geometry.kind === 'text' ? [text] : []))
  const writer = await createTextWriter(pdf, fonts, foot === '' ? texts : [...texts, foot])
  const resources = context.nextRef()
  const footLine = createFootLine(pdf, foot, writer, resources)

  const added = new Map<PDFPage, PDFRef[]>()
  let written = 0
  for (const mark of inPaintOrder(marks)) {
    const page = pages[mark.page]
    const appearance = page && appearanceOf(mark, shapeOf(page), writer)
    if (!page || !appearance) continue
    const refs = added.get(page) ?? []
    added.set(page, refs)
    refs.push(...register(pdf, page, mark, appearance, resources, bookmarkWord))
    written += 1
  }
  const skipped = marks.length - written
  if (footLine) {
    for (const page of pages) added.set(page, [footLine(page, shapeOf(page)), ...(added.get(page) ?? [])])
  }
  if (added.size === 0) return { bytes: original, written, skipped }

  const faces = Object.fromEntries(writer.fonts().map(([name, { ref }]) => [name, ref]))
  context.assign(resources, context.obj({ ExtGState: graphicsStates, Font: faces }))
  for (const [page, refs] of added) {
    // A list of its own: one that pages share would put the notes on each of them.
    const before = page.node.Annots()?.asArray() ?? []
    page.node.set(PDFName.of('Annots'), context.obj([...before, ...refs]))
    snapshot.markRefForSave(page.ref)
  }
  const list = objectList(original)
  if (list === 'lost') {
    const bytes = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false })
    return { bytes, written, skipped }
  }
  const appended = await pdf.saveIncremental(snapshot, { useObjectStreams: list === 'stream' })
  const bytes = new Uint8Array(original.length + appended.length)
  bytes.set(original)
  bytes.set(appended, original.length)
  return { bytes, written, skipped }
}

function register(
  { context }: PDFDocument,
  { ref: page }: PDFPage,
  mark: ExportMark,
  appearance: Appearance,
  resources: PDFRef,
  bookmarkWord: string,
): PDFRef[] {
  const form = context.register(
    context.flateStream(appearance.operators, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: appearance.box,
      Resources: resources,
    }),
  )
  const { kind } = mark.geometry
  const words = mark.text.trim() === '' && kind === 'bookmark' ? bookmarkWord : mark.text
  const dict = annotationDict(context, { mark, appearance, form, page, words })
  const ref = context.register(dict)
  if (words === '' || kind === 'text') return [ref]
  const popup = context.register(popupDict(context, ref, page, appearance.box))
  dict.set(PDFName.of('Popup'), popup)
  return [ref, popup]
}

function shapeOf(page: PDFPage): PageShape {
  const { x, y, width, height } = page.getCropBox()
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  return {
    crop: [x, y, x + width, y + height],
    turn: turn === 90 || turn === 180 || turn === 270 ? turn : 0,
  }
}

/**
 * How a file lists its objects: what is appended does it likewise, and points there. Where that points nowhere, readers find
 * their way in the original by guessing, and would not in what follows it: such a file is written anew.
 */
function objectList(bytes: Bytes): 'table' | 'stream' | 'lost' {
  const latin = new TextDecoder('latin1')
  const at = [...latin.decode(bytes.subarray(-2048)).matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1]
  const start = latin
    .decode(bytes.subarray(Number(at ?? bytes.length), Number(at ?? bytes.length) + 32))
    .trimStart()
  if (start.startsWith('xref')) return 'table'
  return /^\d+\s+\d+\s+obj/.test(start) ? 'stream' : 'lost'
}
