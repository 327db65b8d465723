import { searchable } from './find-text.ts'

/** Every word that occurs, by a number: Vietnamese has few thousand of them, and a page is a list of numbers. */
export type WordBook = {
  /** Of a word as it is written. */
  numberOf(word: string): number
  lengthOf(number: number): number
  /**
   * By number which of these words it is, from 1; 0: none. `rarest`: without marks the one that was met least; null where one
   * of them was never met.
   * @param isExact whether marks count
   */
  kindsOf(words: readonly string[], isExact: boolean): { kinds: Uint8Array; rarest: string | null }
}

export function createWordBook(): WordBook {
  const numbers = new Map<string, number>()
  const exact: string[] = []
  const folded: string[] = []
  const lengths: number[] = []
  const met: number[] = []
  return {
    numberOf(word) {
      const known = numbers.get(word)
      if (known !== undefined) {
        met[known] = (met[known] ?? 0) + 1
        return known
      }
      numbers.set(word, exact.length)
      lengths.push(word.length)
      met.push(1)
      exact.push(searchable(word, true).plain)
      folded.push(searchable(word, false).plain)
      return exact.length - 1
    },
    lengthOf: (number) => lengths[number] ?? 0,
    kindsOf(words, isExact) {
      const kindOf = new Map(words.map((word, at) => [word, at + 1]))
      const kinds = Uint8Array.from(isExact ? exact : folded, (word) => kindOf.get(word) ?? 0)
      const counts = words.map(() => 0)
      for (const [number, kind] of kinds.entries())
        if (kind > 0) counts[kind - 1] = (counts[kind - 1] ?? 0) + (met[number] ?? 0)
      const least = Math.min(...counts)
      const word = words[counts.indexOf(least)]
      return { kinds, rarest: least > 0 && word !== undefined ? searchable(word, false).plain : null }
    },
  }
}
