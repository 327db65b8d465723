import { type Found, findPlaces } from '../../shared/lib/find-text.ts'

/** A page's words as pdf.js lays them out: one piece after the other, with where a line ends. */
export type TextPiece = { str: string; hasEOL: boolean }

/** Words to look in, and of each of their units where it lies in the pieces without line ends; one more for the end. */
export type LaidText = { text: string; at: Uint32Array }

/** One sign for several letters, and blanks of any width. */
const joined = /[\u00a0\u2000-\u200a\u202f\ufb00-\ufb06]/

export function layOut(pieces: readonly TextPiece[]): LaidText {
  const text: string[] = []
  const at: number[] = []
  let from = 0
  for (const { str, hasEOL } of pieces) {
    for (const char of str) {
      const plain = joined.test(char) ? char.normalize('NFKC') : char
      for (let i = 0; i < plain.length; i++) at.push(plain === char ? from + i : from)
      text.push(plain)
      from += char.length
    }
    if (!hasEOL) continue
    text.push('\n')
    at.push(from)
  }
  at.push(from)
  return { text: text.join(''), at: Uint32Array.from(at) }
}

/** Every place of a query in the pieces, without their line ends; word by word where its words stand apart. */
export function findLaid({ text, at }: LaidText, query: string): Found[][] {
  const inPieces = ({ start, length }: Found): Found => {
    const from = at[start] ?? 0
    const last = at[start + length - 1] ?? from
    let end = start + length
    // The end of one sign that stands for several letters.
    while (end < at.length - 1 && (at[end] ?? 0) <= last) end += 1
    return { start: from, length: (at[end] ?? last) - from }
  }
  return findPlaces(text, query).map((place) => place.map(inPieces))
}
