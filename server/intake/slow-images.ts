import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { maxImageSize } from './open-pdf.ts'

/** What readers unpack slowly: fax (G3, G4), JBIG2, JPEG 2000. The others they leave to the machine. */
const slowFilters = ['CCITTFaxDecode', 'CCF', 'JBIG2Decode', 'JPXDecode']

/** Below a million dots nobody waits. */
const slowFrom = 1_000_000
const deepestForm = 4

export type SlowImage = {
  ref: PDFRef
  image: PDFRawStream
  width: number
  height: number
  /** Of the first page that shows it, as it lies in the file; points. */
  page: { width: number; height: number }
}

/** An image's dictionary is never packed: without one of these words there is nothing to look for. */
export function mayHoldSlowImages(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return slowFilters.some((filter) => file.includes(`/${filter}`, 'latin1'))
}

/**
 * Each image once, with the page that shows it first. Stencils stay: their colour comes from the page; and so does what is too
 * large to be drawn here, since nothing would stand in its place.
 */
export function findSlowImages(pdf: PDFDocument): SlowImage[] {
  const found = new Map<PDFRef, SlowImage>()
  const seen = new Set<PDFRef>()
  for (const page of pdf.getPages()) {
    const size = page.getSize()
    const look = (resources: PDFDict | undefined, depth: number): void => {
      const objects = resources?.lookup(PDFName.of('XObject'))
      if (!(objects instanceof PDFDict) || depth > deepestForm) return
      for (const [, ref] of objects.entries()) {
        if (!(ref instanceof PDFRef) || seen.has(ref)) continue
        seen.add(ref)
        const object = pdf.context.lookup(ref)
        if (!(object instanceof PDFStream)) continue
        if (isNamed(object.dict, 'Subtype', 'Form')) {
          const inner = object.dict.lookup(PDFName.of('Resources'))
          if (inner instanceof PDFDict) look(inner, depth + 1)
        } else if (object instanceof PDFRawStream && isSlow(object.dict, pdf.context)) {
          const [width, height] = [numberOf(object.dict, 'Width'), numberOf(object.dict, 'Height')]
          if (width * height >= slowFrom && width * height <= maxImageSize)
            found.set(ref, { ref, image: object, width, height, page: size })
        }
      }
    }
    look(page.node.Resources(), 0)
  }
  return [...found.values()]
}

function isSlow(dict: PDFDict, context: PDFContext): boolean {
  if (!isNamed(dict, 'Subtype', 'Image') || dict.has(PDFName.of('SMaskInData'))) return false
  if (dict.lookup(PDFName.of('ImageMask'))?.toString() === 'true') return false
  // Colours that are left out would no longer be quite those colours, and a matte fits one size only.
  if (dict.lookup(PDFName.of('Mask')) instanceof PDFArray) return false
  const softMask = dict.lookup(PDFName.of('SMask'))
  if (softMask instanceof PDFStream && softMask.dict.has(PDFName.of('Matte'))) return false
  const filter = dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray().map((one) => context.lookup(one)) : [filter]
  return filters.some((one) => one instanceof PDFName && slowFilters.includes(one.decodeText()))
}

const isNamed = (dict: PDFDict, key: string, value: string) =>
  dict.lookup(PDFName.of(key)) === PDFName.of(value)

const numberOf = (dict: PDFDict, key: string): number => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber && value.asNumber() > 0 ? value.asNumber() : 0
}
