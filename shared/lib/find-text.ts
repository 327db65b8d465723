/**
 * Search in Vietnamese text. A query with any diacritic (đ counts as one) means exactly that; plain letters mean the folded
 * text, so that "dia cung" finds "đĩa cứng". Case never counts, any run of spaces and line ends is one space, and words are
 * found as a phrase in their order; apart from each other only within some lines, each as a whole word (`findPlaces`).
 */

export type Found = {
  /** UTF-16 units of the text searched. */
  start: number
  length: number
}

/** A text made comparable. `starts[i]` is where the i-th unit of `plain` begins in the text; one more entry for its end. */
export type Searchable = { plain: string; starts: Uint32Array }

const mark = /\p{M}/u
const blank = /\s/

export const isExactQuery = (query: string): boolean => /[\p{M}đĐ]/u.test(query.normalize('NFD'))

/** @param keepsMarks whether "ế" stays apart from "e" */
export function searchable(text: string, keepsMarks: boolean): Searchable {
  const plain: string[] = []
  const starts: number[] = []
  let wasBlank = true
  let at = 0
  for (const char of text) {
    const begin = at
    at += char.length
    if (blank.test(char)) {
      if (!wasBlank) {
        plain.push(' ')
        starts.push(begin)
      }
      wasBlank = true
      continue
    }
    for (const part of char.normalize('NFD').toLowerCase()) {
      const isMark = mark.test(part)
      if (isMark && !keepsMarks) continue
      const letter = part === 'đ' && !keepsMarks ? 'd' : part
      for (let i = 0; i < letter.length; i++) starts.push(begin)
      plain.push(letter)
      if (!isMark) wasBlank = false
    }
  }
  starts.push(at)
  return { plain: plain.join(''), starts: Uint32Array.from(starts) }
}

/** The plain words of `searchable` without marks, by the whole text at once: letter by letter, many pages take many times as long. */
export const foldedWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trimStart()

/** Words of a sentence stand this near to each other: counted from the first to the last, in words. */
export const nearWords = 40

/** A word of a text or a query: letters and figures, with whatever marks they bear. */
export const eachWord = (): RegExp => /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** The words of a query that may stand apart; none where there is only one. */
export function apartWords(query: string): string[] {
  const words = new Set(searchable(query, isExactQuery(query)).plain.match(eachWord()))
  return words.size > 1 ? [...words] : []
}

/**
 * Where all of some words stand near each other, over and over without overlaps.
 * @param words of a text, by number
 * @param kinds by that number which of the words looked for it is, from 1 to `count`; 0: none of them
 * @returns of each group where in `words` its words stand; no more groups than `most`
 */
export function nearGroups(
  words: ArrayLike<number>,
  { kinds, count, most }: { kinds: ArrayLike<number>; count: number; most: number },
): number[][] {
  const groups: number[][] = []
  const last = new Int32Array(count + 1).fill(-1)
  let missing = count
  for (let at = 0; at < words.length && groups.length < most; at++) {
    const kind = kinds[words[at] ?? 0] ?? 0
    if (kind === 0) continue
    if (last[kind] === -1) missing -= 1
    last[kind] = at
    if (missing > 0) continue
    const first = last.subarray(1).reduce((least, one) => Math.min(least, one), at)
    if (at - first >= nearWords) continue
    const group: number[] = []
    for (let i = first; i <= at; i++) if (kinds[words[i] ?? 0]) group.push(i)
    groups.push(group)
    last.fill(-1)
    missing = count
  }
  return groups
}

/** Every place of a query: the phrase as it stands, or, beside those, all its words near each other, word by word. */
export function findPlaces(text: string, query: string): Found[][] {
  const phrases = findText(text, query)
  const words = apartWords(query)
  if (words.length === 0) return phrases.map((found) => [found])
  const { plain, starts } = searchable(text, isExactQuery(query))
  const tokens = [...plain.matchAll(eachWord())].map((match) => {
    const [start, end] = [starts[match.index] ?? 0, match.index + match[0].length]
    return { word: match[0], start, length: endOf(starts, end) - start }
  })
  const isInPhrase = (start: number) =>
    phrases.some((phrase) => start >= phrase.start && start < phrase.start + phrase.length)
  const found = tokens.map(({ word, start }) => (isInPhrase(start) ? 0 : words.indexOf(word) + 1))
  const kinds = [0, ...words.map((_, at) => at + 1)]
  const apart = nearGroups(found, { kinds, count: words.length, most: Number.POSITIVE_INFINITY }).map(
    (group) =>
      group.flatMap((at) => {
        const token = tokens[at]
        return token ? [{ start: token.start, length: token.length }] : []
      }),
  )
  return [...phrases.map((found) => [found]), ...apart].sort(([a], [b]) => (a?.start ?? 0) - (b?.start ?? 0))
}

/** Every place of a query in a text made searchable the same way, without overlaps. An empty query is found nowhere. */
function findIn({ plain, starts }: Searchable, query: string): Found[] {
  const wanted = searchable(query, isExactQuery(query)).plain.trimEnd()
  const found: Found[] = []
  if (wanted === '') return found
  for (let i = plain.indexOf(wanted); i >= 0; i = plain.indexOf(wanted, i + wanted.length)) {
    const end = i + wanted.length
    // "an" is not found in "ấn" taken apart: the letter goes on with a mark.
    if (mark.test(plain.slice(end, end + 1))) continue
    const start = starts[i] ?? 0
    found.push({ start, length: endOf(starts, end) - start })
  }
  return found
}

/** Where a letter ends that was taken apart into several: at the beginning of the next one. */
function endOf(starts: Uint32Array, at: number): number {
  const last = starts[at - 1] ?? 0
  let next = at
  while (next < starts.length - 1 && starts[next] === last) next += 1
  return starts[next] ?? last
}

/** As `findIn`, for one text and one query. */
export const findText = (text: string, query: string): Found[] =>
  findIn(searchable(text, isExactQuery(query)), query)
