import { foldedWords, pageText, type TextRun } from '../../shared/domain/page-text.ts'
import { cleanText } from '../../shared/lib/text.ts'
import type { LinkService } from './finder.ts'
import { type Heading, headingsOf } from './text-outline.ts'

/** One heading of a table of contents. */
export type OutlineItem = {
  title: string
  /** 0 for the top. */
  level: number
  /** Null where the heading leads nowhere in this document. */
  go: (() => void) | null
}

export type Outline = {
  items: OutlineItem[]
  /** The file's own; where it brings none the headings in its words; `unread` while this device does not have them. */
  from: 'file' | 'words' | 'unread'
}

type OutlineParts = {
  own(): Promise<readonly RawItem[] | null>
  links: LinkService
  /** Texts made at intake, by page. */
  texts(): Promise<readonly (string | null)[] | null>
  /** @param page from 1 */
  runs(page: number): Promise<TextRun[]>
  goTo(page: number, at: [number, number] | null): void
}

type RawItem = { title: string; dest: string | unknown[] | null; items: RawItem[] }

/** Files of people hold outlines of any depth and length. */
const mostItems = 2000
const deepest = 6

export async function outlineOf({ own, links, texts, runs, goTo }: OutlineParts): Promise<Outline> {
  const items = flatOutline(await own(), links)
  if (items.length > 0) return { items, from: 'file' }
  const go = async ({ page, line }: Heading) => goTo(page, cornerOf(await runs(page).catch(() => []), line))
  const pages = await texts()
  if (!pages) return { items, from: 'unread' }
  return {
    items: headingsOf(pages).map((each) => ({
      title: each.title,
      level: each.level,
      go: () => void go(each),
    })),
    from: 'words',
  }
}

/** A little above the line and beside it; null where the page has other words. */
function cornerOf(runs: readonly TextRun[], line: string): [number, number] | null {
  const text = pageText(runs)
  const words = foldedWords(line)
  const from = text.folded.indexOf(words)
  const [quad] = from < 0 ? [] : text.quads(from, from + words.length)
  const [left, top] = quad ?? []
  return left === undefined || top === undefined ? null : [left - 24, top + 16]
}

/** The table of contents in one list, in its order. */
function flatOutline(raw: readonly RawItem[] | null, links: LinkService): OutlineItem[] {
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
