import './archive.css'
import type { Matter } from '../../shared/bundle/bundle.ts'
import { useWords } from '../ui/i18n.ts'
import { ArchiveButton } from './archive-button.tsx'
import { LedgerRoot } from './ledger-root.tsx'

/** What of a closed ballot or a concluded meeting is kept apart from this system: the root for paper, the bundle for the archive. */
export function Archiving({ of }: { of: Matter }) {
  const { t } = useWords()
  return (
    <section className="ec-archive" aria-label={t('archive.title')}>
      <h2>{t('archive.title')}</h2>
      <p className="ec-no-print">{t('ballot' in of ? 'archive.text' : 'archive.textMeeting')}</p>
      <LedgerRoot />
      <ArchiveButton of={of} />
    </section>
  )
}
