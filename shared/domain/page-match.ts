/**
 * Which page of a former version is which page of the next, by their folded texts. A page without text (a scan) is known
 * again by nothing, and says so.
 */

/** Words that stand together: enough to tell one page from another, few enough to survive an edit nearby. */
const shingleWords = 4
const alikeEnough = 0.5

export function matchPages(
  former: readonly string[],
  next: readonly string[],
): (page: number) => number | null {
  const same = samePages(former, next)
  const taken = new Set(same.values())
  const shinglesOfNext = next.map(shingles)
  const pagesByShingle = new Map<string, number[]>()
  for (const [page, found] of shinglesOfNext.entries()) {
    if (taken.has(page)) continue
    for (const shingle of found) pagesByShingle.set(shingle, [...(pagesByShingle.get(shingle) ?? []), page])
  }
  return (page) => {
    const text = former[page]
    if (text === undefined || text.trim() === '') return null
    return same.get(page) ?? mostAlike(page, shingles(text), { pagesByShingle, shinglesOfNext })
  }
}

/** Pages whose text did not change; of several alike the first is the first, and so on. */
function samePages(former: readonly string[], next: readonly string[]): Map<number, number> {
  const pagesByText = new Map<string, number[]>()
  for (const [page, text] of next.entries()) {
    if (text.trim() !== '') pagesByText.set(text, [...(pagesByText.get(text) ?? []), page])
  }
  const same = new Map<number, number>()
  for (const [page, text] of former.entries()) {
    const found = pagesByText.get(text)?.shift()
    if (found !== undefined) same.set(page, found)
  }
  return same
}

function mostAlike(
  page: number,
  own: ReadonlySet<string>,
  next: { pagesByShingle: ReadonlyMap<string, number[]>; shinglesOfNext: readonly ReadonlySet<string>[] },
): number | null {
  const shared = new Map<number, number>()
  for (const shingle of own) {
    for (const other of next.pagesByShingle.get(shingle) ?? [])
      shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  let best: { page: number; alike: number } | null = null
  for (const [other, count] of shared) {
    const alike = count / Math.max(own.size, next.shinglesOfNext[other]?.size ?? 0)
    const isNearer = best !== null && Math.abs(other - page) < Math.abs(best.page - page)
    if (best === null || alike > best.alike || (alike === best.alike && isNearer))
      best = { page: other, alike }
  }
  return best && best.alike >= alikeEnough ? best.page : null
}

function shingles(text: string): Set<string> {
  const words = text.split(' ').filter((word) => word !== '')
  if (words.length < shingleWords) return new Set(words.length === 0 ? [] : [words.join(' ')])
  return new Set(
    Array.from({ length: words.length - shingleWords + 1 }, (_, i) =>
      words.slice(i, i + shingleWords).join(' '),
    ),
  )
}
