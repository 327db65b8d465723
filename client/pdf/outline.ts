import { cleanText } from '../../shared/lib/text.ts'
import type { LinkService } from './finder.ts'

/** One heading of a document's own table of contents. */
export type OutlineItem = {
  title: string
  /** 0 for the top. */
  level: number
  /** Null where the heading leads nowhere in this document. */
  go: (() => void) | null
}

type RawItem = { title: string; dest: string | unknown[] | null; items: RawItem[] }

/** Files of people hold outlines of any depth and length. */
const mostItems = 2000
const deepest = 6

/** The table of contents in one list, in its order. */
export function flatOutline(raw: readonly RawItem[] | null, links: LinkService): OutlineItem[] {
  const all: OutlineItem[] = []
  const take = (items: readonly RawItem[], level: number) => {
    for (const { title, dest, items: below } of items) {
      if (all.length >= mostItems) return
      const words = cleanText(title).replace(/\s+/g, ' ').trim()
      if (words !== '') {
        all.push({ title: words, level, go: dest === null ? null : () => void links.goToDestination(dest) })
      }
      if (level + 1 < deepest) take(below, level + 1)
    }
  }
  take(raw ?? [], 0)
  return all
}
