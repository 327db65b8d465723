import { createInflate, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { PdfRefusal } from './pdf-refusal.ts'

/** Streams of objects are small; unpacked in one piece of memory. Bytes. */
const objectStreamLimit = 64 * 1024 * 1024

/** An image, counted but not kept: a 600 dpi A3 page in colour is 200 MB. Bytes. */
const imageLimit = 512 * 1024 * 1024

/** What a page is drawn by, fonts and all else: the largest maps have some 30 MB, and a tablet draws minutes on 100. Bytes. */
const streamLimit = 128 * 1024 * 1024

/** Deflate cannot do better (zlib, "Technical details": 1032 to 1), so smaller streams need no look. */
const bestRatio = 1032

/** A stream of objects or of cross-references, as bytes of PDF syntax. Filters nobody uses for them are refused, not guessed. */
export function unpackObjects(stream: PDFRawStream): Result<Uint8Array, PdfRefusal> {
  const filters = filtersOf(stream.dict)
  if (filters.length === 0) return ok(stream.contents)
  if (filters.length > 1 || filters[0] !== 'FlateDecode' || hasPredictor(stream.dict)) return brokenObjects
  try {
    return ok(inflateSync(stream.contents, { maxOutputLength: objectStreamLimit }))
  } catch (error) {
    return error instanceof RangeError ? tooMuch : brokenObjects
  }
}

/** Refuses what unpacks to more than any page holds, before a tablet opens it. A damaged stream is left to the reader. */
export async function checkUnpackedSize(stream: PDFRawStream): Promise<Result<null, PdfRefusal>> {
  const filters = filtersOf(stream.dict)
  const packers = filters.filter((filter) => filter === 'FlateDecode' || filter === 'LZWDecode')
  if (packers.length > 1) return tooMuch
  const flateAt = filters.indexOf('FlateDecode')
  const limit = stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image') ? imageLimit : streamLimit
  if (flateAt < 0 || stream.contents.length * bestRatio <= limit) return ok(null)
  const deflated = flateAt === 0 ? stream.contents : undoText(stream, filters.slice(0, flateAt))
  return (await isInflatedWithin(deflated, limit)) ? ok(null) : tooMuch
}

const tooMuch = fail<PdfRefusal>({ kind: 'too-complex', limit: 'unpacked-size' })
const brokenObjects = fail<PdfRefusal>({ kind: 'broken', part: 'object-stream' })

function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (filter instanceof PDFName) return [fullName(filter)]
  if (!(filter instanceof PDFArray)) return []
  return filter.asArray().map((_, at) => {
    const name = filter.lookup(at)
    return name instanceof PDFName ? fullName(name) : ''
  })
}

/** Readers take the short names of inline images for streams as well. */
function fullName(name: PDFName): string {
  const text = name.decodeText()
  return text === 'Fl' ? 'FlateDecode' : text === 'LZW' ? 'LZWDecode' : text
}

function hasPredictor(dict: PDFDict): boolean {
  const entry = dict.lookup(PDFName.of('DecodeParms')) ?? dict.lookup(PDFName.of('DP'))
  const params = entry instanceof PDFArray && entry.size() > 0 ? entry.lookup(0) : entry
  const predictor = params instanceof PDFDict ? params.lookup(PDFName.of('Predictor')) : undefined
  return predictor instanceof PDFNumber && predictor.asNumber() > 1
}

/** Text filters (hexadecimal, base 85) only shrink, so they are undone in memory. */
function undoText(stream: PDFRawStream, filters: string[]): Uint8Array {
  const dict = PDFDict.withContext(stream.dict.context)
  dict.set(PDFName.of('Filter'), stream.dict.context.obj(filters))
  return decodePDFRawStream(PDFRawStream.of(dict, stream.contents)).decode()
}

function isInflatedWithin(bytes: Uint8Array, limit: number): Promise<boolean> {
  return new Promise((resolve) => {
    const inflate = createInflate({ chunkSize: 1024 * 1024 })
    let total = 0
    inflate.on('data', (chunk: Uint8Array) => {
      total += chunk.length
      if (total <= limit) return
      inflate.destroy()
      resolve(false)
    })
    inflate.on('error', () => resolve(true))
    inflate.on('end', () => resolve(true))
    inflate.end(bytes)
  })
}
