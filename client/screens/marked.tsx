import './marked.css'
import type { Snippet } from '../../shared/lib/snippet.ts'

/** What was found stands out: the phrase, or each word where they stand apart. */
export const Marked = ({ snippet: { before, match, after, apart } }: { snippet: Snippet }) => (
  <>
    {before}
    {piecesOf(match, apart).map(({ text, isFound, at }) =>
      isFound ? (
        <mark key={at} className="ec-marked">
          {text}
        </mark>
      ) : (
        <span key={at}>{text}</span>
      ),
    )}
    {after}
  </>
)

function piecesOf(match: string, apart: Snippet['apart']) {
  if (apart === null) return [{ text: match, isFound: true, at: 0 }]
  const pieces: { text: string; isFound: boolean; at: number }[] = []
  let at = 0
  for (const { start, length } of apart) {
    if (start > at) pieces.push({ text: match.slice(at, start), isFound: false, at })
    pieces.push({ text: match.slice(start, start + length), isFound: true, at: start })
    at = start + length
  }
  return pieces
}
