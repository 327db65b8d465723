import type { DocumentPages, DocumentText, PageFacts } from '../../shared/protocol/document-files.ts'
import { damagedPages } from './damaged-pages.ts'
import { type OpenPage, type OpenPdf, openPdf } from './open-pdf.ts'
import { outlineOf } from './outline.ts'
import { textOf } from './page-text.ts'
import { thumbnailOf } from './page-thumbnail.ts'

export type ReadPages = { pages: DocumentPages; text: DocumentText; packs: Uint8Array[] }

/** A pack is full at this size: one chunk of a tablet's store. Bytes. */
const packBytes = 1024 * 1024

/** Where a page tells nothing of itself: A4. */
const unknownSize = { width: 595, height: 842, turn: 0 } as const

/**
 * Size, text and picture of every page, each on its own: one that cannot be read is marked and the rest come.
 * @param skip pages that are not touched, since they held up an earlier try
 * @throws where the document itself cannot be opened, or has no page
 */
export async function readPages(
  bytes: Uint8Array,
  skip: ReadonlySet<number>,
  onPage: (done: number, of: number) => void,
): Promise<ReadPages> {
  const damaged = await damagedPages(bytes)
  const pdf = await openPdf(bytes)
  if (pdf.numPages === 0) throw new Error('no pages')
  const packs = createPacks()
  const pages: PageFacts[] = []
  const text: (string | null)[] = []
  onPage(0, pdf.numPages)
  for (let no = 1; no <= pdf.numPages; no++) {
    const read = skip.has(no) ? nothing : await readPage(pdf, no)
    const isBroken = read.isBroken || damaged.has(no)
    pages.push({ ...read.size, thumb: read.picture && packs.add(read.picture), isBroken })
    text.push(read.text)
    onPage(no, pdf.numPages)
  }
  return {
    pages: { v: 1, pages, labels: await labelsOf(pdf), outline: await outlineOf(pdf) },
    text: { v: 1, pages: text },
    packs: packs.all(),
  }
}

type ReadPage = {
  size: Pick<PageFacts, 'width' | 'height' | 'turn'>
  picture: Uint8Array | null
  text: string | null
  isBroken: boolean
}

const nothing: ReadPage = { size: unknownSize, picture: null, text: null, isBroken: true }

async function readPage(pdf: OpenPdf, no: number): Promise<ReadPage> {
  const page = await pdf.getPage(no).catch(() => null)
  if (!page) return nothing
  const picture = await thumbnailOf(page).catch(() => null)
  const text = await textOf(page).catch(() => null)
  const size = sizeOf(page)
  const isBroken = picture === null || hasLostImage(page)
  page.cleanup()
  return { size, picture, text, isBroken }
}

/** Once the page has been drawn: an image that could not be unpacked is left out, and of a scan nothing is to be seen. */
const hasLostImage = ({ objs }: OpenPage): boolean => [...objs].some(([, data]) => data === null)

function sizeOf(page: OpenPage): ReadPage['size'] {
  const { width, height } = page.getViewport({ scale: 1 })
  const turn = (((page.rotate % 360) + 360) % 360) as PageFacts['turn']
  return width > 0 && height > 0 ? { width: hundredth(width), height: hundredth(height), turn } : unknownSize
}

const hundredth = (points: number) => Math.max(0.01, Math.round(points * 100) / 100)

async function labelsOf(pdf: OpenPdf): Promise<string[] | null> {
  const labels = await pdf.getPageLabels().catch(() => null)
  if (!labels || labels.every((label, i) => label === String(i + 1))) return null
  return labels.map((label) => label.slice(0, 100).toWellFormed().normalize('NFC'))
}

function createPacks() {
  const packs: Uint8Array[][] = [[]]
  let filled = 0
  return {
    add: (picture: Uint8Array) => {
      if (filled > 0 && filled + picture.length > packBytes) {
        packs.push([])
        filled = 0
      }
      packs.at(-1)?.push(picture)
      filled += picture.length
      return { pack: packs.length - 1, from: filled - picture.length, to: filled }
    },
    all: (): Uint8Array[] =>
      packs
        .filter((pictures) => pictures.length > 0)
        .map((pictures) => new Uint8Array(Buffer.concat(pictures))),
  }
}
