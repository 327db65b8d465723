import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { findForbiddenName, refusalOfName } from './forbidden-names.ts'
import type { PdfRefusal } from './pdf-refusal.ts'
import { unpackObjects } from './unpack.ts'

/**
 * Second wall: reads every object in the file, whether a cross-reference mentions it or not, and looks at each as it
 * is read, so that an object replaced by a later one of the same number is seen too. Packed streams of objects are
 * unpacked here, under a limit, never by the library, which has none.
 */
export class SuspiciousParser extends PDFParser {
  /** The library swallows what is thrown inside an object, hence a field. */
  refusal: PdfRefusal | null = null
  readonly streams: PDFRawStream[] = []

  constructor(bytes: Uint8Array) {
    super(bytes)
    const assign = this.context.assign.bind(this.context)
    this.context.assign = (ref: PDFRef, object: PDFObject) => {
      this.lookAt(object)
      assign(ref, object)
    }
  }

  async readAll(): Promise<PDFContext> {
    const context = await this.parseDocument()
    if (context.trailerInfo.Encrypt && context.trailerInfo.Encrypt !== PDFNull)
      this.refusal = { kind: 'encrypted' }
    return context
  }

  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const object = super.parseDictOrStream(ref)
    if (!(object instanceof PDFRawStream)) return object
    if (!holdsObjects(object.dict)) {
      this.streams.push(object)
      return object
    }
    const unpacked = unpackObjects(object)
    if (!unpacked.ok) {
      this.refusal ??= unpacked.error
      return object.dict
    }
    this.refusal ??= findForbiddenName(unpacked.value, true)
    const dict = object.dict.clone()
    dict.delete(PDFName.of('Filter'))
    return PDFRawStream.of(dict, unpacked.value)
  }

  private lookAt(object: PDFObject): void {
    if (object instanceof PDFInvalidObject) this.refusal ??= { kind: 'broken', part: 'object' }
    else this.refusal ??= findInObject(object)
  }
}

/** `First` alone tells: some readers take a stream of objects for one whatever its `Type` says. */
const holdsObjects = (dict: PDFDict) =>
  dict.has(PDFName.of('First')) || dict.lookup(PDFName.of('Type')) === PDFName.of('ObjStm')

/** Iterative, since an object may be nested as deep as the file is long. */
function findInObject(root: PDFObject): PdfRefusal | null {
  const waiting: PDFObject[] = [root]
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFArray) for (const element of object.asArray()) waiting.push(element)
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    for (const [key, value] of dict.entries()) {
      const refusal = refusalOfName(key.decodeText())
      if (refusal && value !== PDFNull) return refusal
      waiting.push(value)
    }
  }
  return null
}
