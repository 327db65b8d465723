import { constants, inflateSync } from 'node:zlib'
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib'

/** What a page is drawn by: more is refused before (unpack.ts). Bytes. */
const longest = 128 * 1024 * 1024

/**
 * Pages of which a part is lost, from 1. Readers leave out what they cannot unpack and say nothing, so such a page looks empty,
 * or as if it ended early.
 */
export async function damagedPages(bytes: Uint8Array): Promise<ReadonlySet<number>> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fast }).catch(
    () => null,
  )
  // What only the reader's library opens is judged by what it draws.
  if (!pdf) return new Set()
  try {
    const known = new Map<PDFObject, boolean>()
    return new Set(pdf.getPages().flatMap((page, at) => (isDamaged(page, known) ? [at + 1] : [])))
  } catch {
    return new Set()
  }
}

/** @param known what many pages show is unpacked once */
function isDamaged({ node }: PDFPage, known: Map<PDFObject, boolean>): boolean {
  const contents = node.lookup(PDFName.of('Contents'))
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents]
  const shown = node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  return [...parts, ...(shown?.keys() ?? []).map((name) => shown?.lookup(name))].some((part) => {
    if (!part) return false
    const isLost = known.get(part) ?? cannotBeUnpacked(part)
    known.set(part, isLost)
    return isLost
  })
}

function cannotBeUnpacked(part: PDFObject): boolean {
  if (!(part instanceof PDFRawStream) || part.contents.length === 0) return false
  const named = part.dict.lookup(PDFName.of('Filter'))
  const filter = named instanceof PDFArray && named.size() === 1 ? named.lookup(0) : named
  if (filter !== PDFName.of('FlateDecode')) return false
  try {
    // Cut off at its end is taken as far as it goes, as readers do.
    inflateSync(part.contents, { maxOutputLength: longest, finishFlush: constants.Z_SYNC_FLUSH })
    return false
  } catch (error) {
    // Everything is there, only the sum at its end is wrong: no reader looks at that.
    return (
      error instanceof Error && error.message !== 'incorrect data check' && !(error instanceof RangeError)
    )
  }
}
