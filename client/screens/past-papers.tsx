import { type PastPapers as Counted, pastPapersKey } from '../../shared/domain/past-papers.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { useApp } from './app-context.tsx'

/** A matter from before its files were kept here. */
export type PastMatter = Parameters<typeof pastPapersKey>[0]

export function usePastPapers(of: PastMatter | null): Counted | undefined {
  const app = useApp()
  return of === null ? undefined : app.copy.reader.get('past-papers', pastPapersKey(of))
}

/** Entries of a list of papers of which only a count is kept: nothing here opens. */
export function PastPapers({ counted }: { counted: Counted }) {
  const { t } = useWords()
  return counted.papers.map(({ kind, documents, copies }) => (
    <li key={kind} className="ec-past-paper">
      <Icon name="folder" size={22} />
      <span className="ec-paper-words">
        <span className="ec-paper-title">{t(`ballot.pastPapers.${kind}`, { count: documents })}</span>
        <span className="ec-paper-facts">{t('ballot.pastPapers.copies', { count: copies })}</span>
        <span className="ec-paper-facts">{t('ballot.pastPapers.noFile')}</span>
      </span>
    </li>
  ))
}
