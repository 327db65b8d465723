import './archive.css'
import type { Ballot } from '../../shared/domain/ballot.ts'
import { useWords } from '../ui/i18n.ts'
import { ArchiveButton } from './archive-button.tsx'
import { LedgerRoot } from './ledger-root.tsx'

/** What of a closed ballot is kept apart from this system: the root for paper, the bundle for the archive. */
export function BallotArchiving({ ballot }: { ballot: Pick<Ballot, 'id'> }) {
  const { t } = useWords()
  return (
    <section className="ec-archive" aria-label={t('archive.title')}>
      <h2>{t('archive.title')}</h2>
      <p className="ec-no-print">{t('archive.text')}</p>
      <LedgerRoot />
      <ArchiveButton ballot={ballot.id} />
    </section>
  )
}
