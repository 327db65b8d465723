import type { Found } from './find-text.ts'

/**
 * A line around what was found, in three parts; a part is cut at a word. `apart`: the words found within `match`, where they do
 * not stand together.
 */
export type Snippet = { before: string; match: string; after: string; apart: Found[] | null }

/** Words stand apart over some lines: of what lies between so much is shown. */
const longestMatch = 240

/** A line around what was found; where it is cut, at a word, and that is seen. @param places words of one place, in order */
export function snippetOf(
  text: string,
  places: readonly Found[],
  letters: { before: number; after: number },
): Snippet {
  const start = places[0]?.start ?? 0
  const shown = places.filter((place) => place.start + place.length <= start + longestMatch)
  const end = shown.reduce((most, place) => Math.max(most, place.start + place.length), start)
  const from = Math.max(0, start - letters.before)
  const to = Math.min(text.length, end + letters.after)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  return {
    before: from === 0 ? before : `… ${before.slice(before.indexOf(' ') + 1)}`,
    match: text.slice(start, end),
    after: to === text.length ? after : `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))} …`,
    apart:
      shown.length > 1 ? shown.map((place) => ({ start: place.start - start, length: place.length })) : null,
  }
}
