/**
 * Search in Vietnamese text. A query with any diacritic (đ counts as one) means exactly that; plain letters mean the folded
 * text, so that "dia cung" finds "đĩa cứng". Case never counts, any run of spaces and line ends is one space, and words are
 * found as a phrase in their order.
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
