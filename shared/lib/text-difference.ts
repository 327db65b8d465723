/** A stretch of words that both texts have, or only the later or only the earlier one. */
export type TextPiece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Pairs of words compared at most; a pair of texts beyond it is told as one text instead of the other. */
const mostPairs = 1_000_000

/**
 * What became of a text, word by word: the pieces `same` and `removed` make up the former text, `same` and `added` the
 * latter. Spaces stay with the word that they follow, so that nothing is lost.
 */
export function textDifference(was: string, is: string): TextPiece[] {
  const before = wordsOf(was)
  const after = wordsOf(is)
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before.at(-1 - tail) === after.at(-1 - tail)
  ) {
    tail += 1
  }
  return joined([
    ...said('same', before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...said('same', before.slice(before.length - tail)),
  ])
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? []

const said = (kind: TextPiece['kind'], words: readonly string[]): TextPiece[] =>
  words.map((text) => ({ kind, text }))

/** By the longest common run of words, as `diff` does. */
function middle(before: readonly string[], after: readonly string[]): TextPiece[] {
  if (before.length * after.length > mostPairs) return [...said('removed', before), ...said('added', after)]
  const width = after.length + 1
  const common = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pieces: TextPiece[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const old = before[i]
    const fresh = after[j]
    if (old !== undefined && old === fresh) {
      pieces.push({ kind: 'same', text: old })
      i += 1
      j += 1
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: old })
      i += 1
    } else if (fresh !== undefined) {
      pieces.push({ kind: 'added', text: fresh })
      j += 1
    }
  }
  return pieces
}

function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const all: TextPiece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.kind === piece.kind) all[all.length - 1] = { kind: last.kind, text: last.text + piece.text }
    else all.push(piece)
  }
  return all
}
