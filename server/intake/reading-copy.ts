import { PDFDocument, PDFName, PDFObjectCopier, PDFRawStream } from '@cantoo/pdf-lib'
import { openPdf } from './open-pdf.ts'
import { drawPage } from './page-thumbnail.ts'
import { findSlowImages, type SlowImage } from './slow-images.ts'

const maxDotsPerInch = 200
const quality = 55

/** What lies over the image, whether it is shown at all, and what it is in the order of reading. */
const keptKeys = ['SMask', 'Mask', 'OC', 'StructParent']

/**
 * The same document with its slow images as JPEG of at most 200 dots to the inch. Everything else stays as it is: boxes,
 * rotations, links, hidden text, marks lie on it as on the original.
 * @returns null where nothing is slow
 */
export async function makeReadingCopy(
  bytes: Uint8Array,
  onImage: (done: number, of: number) => void,
): Promise<Uint8Array | null> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const slow = findSlowImages(pdf)
  for (const [i, image] of slow.entries()) {
    const jpeg = await repaint(image, pdf)
    pdf.context.assign(image.ref, jpeg)
    onImage(i + 1, slow.length)
  }
  return slow.length > 0 ? await pdf.save({ addDefaultPage: false, updateFieldAppearances: false }) : null
}

async function repaint(slow: SlowImage, pdf: PDFDocument): Promise<PDFRawStream> {
  const { width, height } = reduced(slow)
  const drawn = await drawImage(slow, width, height)
  const dict = pdf.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  })
  for (const key of keptKeys) {
    const kept = slow.image.dict.get(PDFName.of(key))
    if (kept) dict.set(PDFName.of(key), kept)
  }
  return PDFRawStream.of(dict, drawn)
}

/** An image is taken to fill its page; one that does not is finer than this, and stays finer. */
function reduced({ width, height, page }: SlowImage): { width: number; height: number } {
  const dots = (Math.max(page.width, page.height) / 72) * maxDotsPerInch
  const scale = Math.min(1, dots / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A document of its own with the image as its one page: the reader's library then unpacks it, with its colours. */
async function drawImage({ image }: SlowImage, width: number, height: number): Promise<Uint8Array> {
  const alone = await PDFDocument.create({ updateMetadata: false })
  const bare = PDFRawStream.of(image.dict.clone(), image.contents)
  for (const key of keptKeys) bare.dict.delete(PDFName.of(key))
  const copied = PDFObjectCopier.for(image.dict.context, alone.context).copy(bare)
  const { node } = alone.addPage([width, height])
  const shown = alone.context.flateStream(`${width} 0 0 ${height} 0 0 cm /I Do`)
  node.set(PDFName.of('Resources'), alone.context.obj({ XObject: { I: alone.context.register(copied) } }))
  node.set(PDFName.of('Contents'), alone.context.register(shown))
  const opened = await openPdf(await alone.save({ addDefaultPage: false }))
  const page = await opened.getPage(1)
  const canvas = await drawPage(page, page.getViewport({ scale: 1 }))
  await opened.loadingTask.destroy()
  return canvas.encodeSync('jpeg', quality)
}
