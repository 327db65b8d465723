import { foldText } from '../../shared/lib/text.ts'
import { type EditorDocument, kindOfTitle } from './editor-document.ts'

/**
 * Which document, taken out of a ballot, a file that was added may be meant to replace. Notes and comparisons go by a
 * document's id (A4, B5): one that comes back under another is a stranger to them, so whoever writes is asked.
 */
export function likelyFormer(
  document: EditorDocument,
  dossier: { former: readonly EditorDocument[]; now: readonly EditorDocument[] },
): EditorDocument | null {
  const { former, now } = dossier
  if (former.some(({ id }) => id === document.id)) return null
  const gone = former.filter(({ id }) => now.every((other) => other.id !== id))
  const nearest = gone
    .map((one) => ({ one, share: sharedWords(one.title, document.title) }))
    .sort((a, b) => b.share - a.share)[0]
  if (nearest && nearest.share >= enough) return nearest.one
  const kind = kindOfTitle(document.title)
  const [alike, ...more] = gone.filter((one) => one.kind === kind)
  return kind !== 'other' && alike && more.length === 0 ? alike : null
}

/** "Dự thảo (lần 2)" and "du_thao_lan_3" are near, "Phụ lục" and "Báo cáo" are not. */
const enough = 0.6

/** How much of the shorter title is in the other one, whatever the letters' marks. */
function sharedWords(one: string, other: string): number {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length)
  return short.length === 0 ? 0 : short.filter((word) => long.includes(word)).length / short.length
}

const wordsOf = (title: string): string[] => [
  ...new Set(
    foldText(title)
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== ''),
  ),
]
