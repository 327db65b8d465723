import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { PdfFacts, PdfRefusal } from './pdf-refusal.ts'

/** ISO 32000-1, annex C: 14,400 units; beyond it readers differ. Points. */
const longestSide = 14_400

/** Deeper trees are made to exhaust readers; honest ones have three or four levels. */
const deepestTree = 64

type Inherited = { readonly crop?: PDFObject; readonly media?: PDFObject; readonly rotate?: PDFObject }
type Node = { readonly object: PDFObject | undefined; readonly from: Inherited; readonly depth: number }

/** Walks the page tree itself: `Count` is only what the file claims, and a tree may bite its tail. */
export function pageSizesOf(context: PDFContext, limit: number): Result<PdfFacts, PdfRefusal> {
  const catalog = context.lookup(context.trailerInfo.Root)
  if (!(catalog instanceof PDFDict)) return broken('page-tree')
  const pageSizes: [number, number][] = []
  const seen = new Set<PDFObject>()
  const waiting: Node[] = [{ object: catalog.lookup(PDFName.of('Pages')), from: {}, depth: 0 }]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { object: dict, depth } = node
    if (!(dict instanceof PDFDict) || seen.has(dict) || depth > deepestTree) return broken('page-tree')
    seen.add(dict)
    const from = inherit(dict, node.from)
    const kids = dict.lookup(PDFName.of('Kids'))
    if (kids instanceof PDFArray) {
      for (let at = kids.size() - 1; at >= 0; at--)
        waiting.push({ object: kids.lookup(at), from, depth: depth + 1 })
      continue
    }
    const size = sizeOf(dict, from)
    if (!size) return fail({ kind: 'page-size' })
    pageSizes.push(size)
    if (pageSizes.length > limit) return fail({ kind: 'too-many-pages', pages: pageSizes.length, limit })
  }
  return pageSizes.length > 0 ? ok({ pages: pageSizes.length, pageSizes }) : fail({ kind: 'no-pages' })
}

const broken = (part: 'page-tree') => fail<PdfRefusal>({ kind: 'broken', part })

function inherit(dict: PDFDict, from: Inherited): Inherited {
  const crop = dict.lookup(PDFName.of('CropBox')) ?? from.crop
  const media = dict.lookup(PDFName.of('MediaBox')) ?? from.media
  const rotate = dict.lookup(PDFName.of('Rotate')) ?? from.rotate
  return { ...(crop && { crop }), ...(media && { media }), ...(rotate && { rotate }) }
}

function sizeOf(page: PDFDict, from: Inherited): [number, number] | null {
  const media = corners(from.media)
  if (!media) return null
  const shown = cut(corners(from.crop) ?? media, media)
  const unit = page.lookup(PDFName.of('UserUnit'))
  const scale = unit instanceof PDFNumber ? unit.asNumber() : 1
  const width = (shown[2] - shown[0]) * scale
  const height = (shown[3] - shown[1]) * scale
  if (!(width > 0 && height > 0 && width <= longestSide && height <= longestSide)) return null
  const turn = from.rotate instanceof PDFNumber ? from.rotate.asNumber() : 0
  return Math.abs(turn) % 180 === 90 ? [height, width] : [width, height]
}

type Corners = [left: number, bottom: number, right: number, top: number]

/** Any two opposite corners may be given (ISO 32000-2, 7.9.5). */
function corners(box: PDFObject | undefined): Corners | null {
  if (!(box instanceof PDFArray) || box.size() !== 4) return null
  const at = (index: number) => {
    const side = box.lookup(index)
    return side instanceof PDFNumber ? side.asNumber() : Number.NaN
  }
  const [a, b, c, d] = [at(0), at(1), at(2), at(3)]
  if (![a, b, c, d].every(Number.isFinite)) return null
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** A crop box that misses the page is ignored, as readers do. */
function cut(crop: Corners, media: Corners): Corners {
  const [left, bottom] = [Math.max(crop[0], media[0]), Math.max(crop[1], media[1])]
  const [right, top] = [Math.min(crop[2], media[2]), Math.min(crop[3], media[3])]
  return right > left && top > bottom ? [left, bottom, right, top] : media
}
