import type { Hash } from '../../shared/domain/id.ts'
import { type Bytes, fromUtf8 } from '../../shared/lib/bytes.ts'
import { DocumentPages, DocumentText } from '../../shared/protocol/document-files.ts'
import type { DocumentShelf } from './document.ts'
import { derivedOf, type NamedFile } from './document-files.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What intake made of a document's pages, opened from the sealed store. What is missing or damaged is nothing, and no fault. */
export type PageFiles = {
  /** Its small pictures (WebP) by the page's number; each pack is opened once. */
  pictures(document: Hash): (page: number) => Promise<Bytes | null>
  /** Text of each page, null where a page has none; null where this device does not have it. */
  text(document: Hash): Promise<DocumentText['pages'] | null>
  /** How many pages have no text that can be read. */
  textless(document: Hash): number
  /** Whether a page of the file itself is damaged: shown empty, or in part. */
  isDamaged(document: Hash, page: number): boolean
}

export function createPageFiles({
  copy,
  documents,
}: {
  copy: Pick<WorkingCopy, 'reader'>
  documents: Pick<DocumentShelf, 'whole'>
}): PageFiles {
  const read = async <T>(file: NamedFile | null | undefined, parse: (json: unknown) => T | undefined) => {
    const bytes = file && (await documents.whole(file))
    return (bytes && parse(jsonOf(bytes))) || null
  }
  return {
    pictures: (document) => {
      const { pages, thumbs } = derivedOf(document, copy)
      let index: Promise<DocumentPages | null> | null = null
      const packs = new Map<number, Promise<Bytes | null>>()
      const packAt = (no: number) => {
        const file = thumbs[no]
        const pack = packs.get(no) ?? (file ? documents.whole(file) : Promise.resolve(null))
        packs.set(no, pack)
        return pack
      }
      return async (page) => {
        index ??= read(pages, (json) => DocumentPages.safeParse(json).data)
        const thumb = (await index)?.pages[page - 1]?.thumb
        if (!thumb) return null
        const pack = await packAt(thumb.pack)
        return pack && thumb.to <= pack.length ? pack.slice(thumb.from, thumb.to) : null
      }
    },
    text: async (document) => {
      const found = await read(derivedOf(document, copy).text, (json) => DocumentText.safeParse(json).data)
      return found?.pages ?? null
    },
    textless: (document) => {
      const ranges = copy.reader.get('document', `document/${document}`)?.noText ?? []
      return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0)
    },
    isDamaged: (document, page) =>
      copy.reader
        .get('document', `document/${document}`)
        ?.broken.some(([from, to]) => from <= page && page <= to) ?? false,
  }
}

function jsonOf(bytes: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(bytes))
  } catch {
    return null
  }
}
