import type { ClosedBallot } from '../../app/ledger-audit.ts'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { ArchiveButton } from '../archive-button.tsx'

/** Closed ballots as the audited ledger names them: an auditor reads no ballot, and may take its bundle without a text. */
export function LedgerBallots({ ballots }: { ballots: readonly ClosedBallot[] }) {
  const { t } = useWords()
  if (ballots.length === 0) return null
  return (
    <section className="ec-ledger-part">
      <h2>{t('archive.ballots')}</h2>
      <p>{t('archive.ballotsText')}</p>
      <ul className="ec-ledger-ballots">
        {ballots.map(({ ballot, number, closedAt }) => (
          <li key={ballot}>
            <span>
              <span className="ec-figures">{number}</span>, {t('archive.closedAt')} <When at={closedAt} />
            </span>
            <ArchiveButton of={{ ballot }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
