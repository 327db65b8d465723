import { inflateRawSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type SetText = {
  text: string
  /** From the left and from the top, points; `y` of the baseline. */
  x: number
  y: number
  width: number
  size: number
}

/** What stands on each page of a PDF, and where. */
export async function readPdf(bytes: Uint8Array): Promise<SetText[][]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const pages: SetText[][] = []
  for (let no = 1; no <= pdf.numPages; no++) {
    const page = await pdf.getPage(no)
    const { height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item): SetText[] => {
        if (!('str' in item)) return []
        const [, , , size = 0, x = 0, y = 0] = item.transform.map(Number)
        return [{ text: item.str + (item.hasEOL ? '\n' : ''), x, y: height - y, width: item.width, size }]
      }),
    )
  }
  await task.destroy()
  return pages
}

/** Without what is only between words. */
export const inked = (page: readonly SetText[]): SetText[] => page.filter(({ text }) => text.trim() !== '')

export const wordsOf = (page: readonly SetText[]): string =>
  page
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')

/** A part of a DOCX, which is a ZIP; found by the directory at its end. */
export function readDocx(bytes: Uint8Array, part: string): string {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)]
    const skipped = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const begin = file.readUInt32LE(at + 42)
    if (file.toString('utf8', at + 46, at + 46 + nameLength) === part) {
      const data = begin + 30 + file.readUInt16LE(begin + 26) + file.readUInt16LE(begin + 28)
      const content = file.subarray(data, data + packed)
      return (file.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8')
    }
    at += 46 + nameLength + skipped
  }
  throw new Error(`no part ${part}`)
}

/** The text of WordprocessingML, a space between paragraphs. */
export const textOfXml = (xml: string): string =>
  xml
    .replace(/<w:br\/>|<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
