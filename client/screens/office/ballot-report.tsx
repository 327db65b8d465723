import '../archive.css'
import { permit } from '../../../shared/domain/access.ts'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import { factsOf } from '../../../shared/domain/scope.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { PaperButtons } from '../paper-buttons.tsx'

/** The summary report of a closed ballot, for who may read every answer to it (B14). */
export function BallotReport({ ballot }: { ballot: Ballot }) {
  const app = useApp()
  const { t } = useWords()
  const { allow } = permit(app.me().subject, { action: 'read-ballot-report', ballot: factsOf(ballot) })
  if (!allow) return null
  return (
    <section className="ec-archive ec-no-print" aria-label={t('paper.report')}>
      <h2>{t('paper.report')}</h2>
      <p>{t('paper.reportText')}</p>
      <div className="ec-archive-root">
        <PaperButtons paper={{ kind: 'ballot-report', ballot: ballot.id }} />
      </div>
    </section>
  )
}
