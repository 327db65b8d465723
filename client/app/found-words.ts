import { findPlaces } from '../../shared/lib/find-text.ts'
import { type Snippet, snippetOf } from '../../shared/lib/snippet.ts'

/** A text of a matter by what it is to it. */
export type Word<Kind extends string> = { kind: Kind; text: string }
export type FoundWord<Kind extends string> = Snippet & { kind: Kind }

/** Of longer texts a line is shown. */
const letters = { before: 80, after: 160 }
const shownWhole = 300

/** The first place in each text, in their order. */
export const foundWords = <Kind extends string>(
  words: readonly Word<Kind>[],
  query: string,
): FoundWord<Kind>[] =>
  words.flatMap(({ kind, text }) => {
    const found = foundIn(text, query)
    return found ? [{ kind, ...found }] : []
  })

export function foundIn(text: string, query: string): Snippet | null {
  const [place] = findPlaces(text, query)
  if (!place) return null
  const whole = { before: text.length, after: text.length }
  return snippetOf(text, place, text.length <= shownWhole ? whole : letters)
}
