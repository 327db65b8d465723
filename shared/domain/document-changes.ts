import { z } from 'zod'
import { commonLines } from '../lib/line-difference.ts'

/**
 * What a newer version of a document changed, page by page. Lines are compared over the whole document, so that a paragraph put
 * in on page 2 does not make every later page a changed one: what only moved to another page is the same.
 */

const PageNo = z.int().min(1)
const Lines = z.array(z.string())

const PageChange = z.strictObject({
  page: PageNo,
  /** The former page that most of this one comes from; null where the page is new. */
  was: PageNo.nullable(),
  added: Lines,
  /** Gone from the former page. */
  removed: Lines,
})
export type PageChange = z.infer<typeof PageChange>

export const DocumentChanges = z.strictObject({
  v: z.literal(1),
  /** New and changed pages in their order; the others are as they were. */
  pages: z.array(PageChange),
  /** Former pages of which nothing is left. */
  removed: z.array(z.strictObject({ page: PageNo, lines: Lines })),
  /** Pages of either version whose text nobody can read: of these nothing is said. */
  unread: z.strictObject({ before: z.array(PageNo), after: z.array(PageNo) }),
})
export type DocumentChanges = z.infer<typeof DocumentChanges>

/** @param before, after text of each page; null where there is none */
export function changesBetween(
  before: readonly (string | null)[],
  after: readonly (string | null)[],
): DocumentChanges {
  const old = linesOf(before)
  const fresh = linesOf(after)
  const common = commonLines(
    old.map(({ key }) => key),
    fresh.map(({ key }) => key),
  )
  const origin = originOf(common, old, fresh)
  const stayed = new Set(origin.values())
  const keptOld = new Set(common.map(([i]) => i))
  const keptNew = new Set(common.map(([, j]) => j))
  const gone = linesByPage(old.filter((_, i) => !keptOld.has(i)))
  const come = linesByPage(fresh.filter((_, j) => !keptNew.has(j)))

  const claimed = new Set<number>()
  const pages = numbered(after).flatMap((page): PageChange[] => {
    if (after[page - 1] === null) return []
    const was = origin.get(page) ?? null
    const added = come.get(page) ?? []
    // What is gone from a former page is told once, with the first page that comes from it.
    const removed = was === null || claimed.has(was) ? [] : (gone.get(was) ?? [])
    if (was !== null) claimed.add(was)
    return added.length > 0 || removed.length > 0 ? [{ page, was, added, removed }] : []
  })
  const removed = numbered(before).flatMap((page) => {
    const lines = gone.get(page) ?? []
    return stayed.has(page) || lines.length === 0 ? [] : [{ page, lines }]
  })
  const unreadIn = (texts: readonly (string | null)[]) =>
    numbered(texts).filter((page) => texts[page - 1] === null)
  return { v: 1, pages, removed, unread: { before: unreadIn(before), after: unreadIn(after) } }
}

type Line = { page: number; text: string; key: string }

const numbered = (pages: readonly unknown[]): number[] => pages.map((_, i) => i + 1)

/** A page's own number is no text: it changes with every page put in before it. */
const isPageNumber = /^[-–—\s]*(trang\s*)?\d{1,4}(\s*\/\s*\d{1,4})?[-–—\s]*$/i

const linesOf = (pages: readonly (string | null)[]): Line[] =>
  pages.flatMap((text, i) =>
    (text ?? '').split('\n').flatMap((line) => {
      const key = line.replace(/\s+/g, ' ').trim()
      return key === '' || isPageNumber.test(key) ? [] : [{ page: i + 1, text: line.trim(), key }]
    }),
  )

/** For each new page the former one that it shares most lines with. */
function originOf(
  common: readonly [number, number][],
  old: readonly Line[],
  fresh: readonly Line[],
): Map<number, number> {
  const shared = new Map<number, Map<number, number>>()
  for (const [i, j] of common) {
    const [was, is] = [old[i]?.page ?? 0, fresh[j]?.page ?? 0]
    const counts = shared.get(is) ?? new Map<number, number>()
    counts.set(was, (counts.get(was) ?? 0) + 1)
    shared.set(is, counts)
  }
  return new Map(
    [...shared].map(([is, counts]) => [
      is,
      [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0],
    ]),
  )
}

function linesByPage(lines: readonly Line[]): Map<number, string[]> {
  const byPage = new Map<number, string[]>()
  for (const { page, text } of lines) byPage.set(page, [...(byPage.get(page) ?? []), text])
  return byPage
}
