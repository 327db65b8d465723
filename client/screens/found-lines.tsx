import type { FoundWord } from '../app/found-words.ts'
import type { BallotWord, DirectiveWord, ItemWord, MeetingWord } from '../app/matter-words.ts'
import { useWords } from '../ui/i18n.ts'
import { Marked } from './marked.tsx'

type Kind = BallotWord | DirectiveWord | ItemWord | MeetingWord

type FoundLinesProps = { words: readonly FoundWord<Kind>[]; most?: number }

/** Without what stands above the lines anyhow. */
export const otherThan = <K extends Kind>(words: readonly FoundWord<K>[], but: readonly K[]) =>
  words.filter(({ kind }) => !but.includes(kind))

/** Where in the words of a matter something was found, each line with what it is. */
export function FoundLines({ words, most = 4 }: FoundLinesProps) {
  const { t } = useWords()
  if (words.length === 0) return null
  return (
    <ul className="ec-found-lines">
      {words.slice(0, most).map(({ kind, ...snippet }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two texts may be the same, and the order is all that tells them apart
        <li key={i}>
          <span className="ec-quiet">{t(`search.word.${kind}`)}: </span>
          <Marked snippet={snippet} />
        </li>
      ))}
      {words.length > most && (
        <li className="ec-quiet">{t('search.moreWords', { count: words.length - most })}</li>
      )}
    </ul>
  )
}
