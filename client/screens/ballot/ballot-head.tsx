import type { BallotView } from '../../app/ballot.ts'
import { Deadline } from '../../ui/deadline.tsx'
import { useWords } from '../../ui/i18n.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp } from '../app-context.tsx'
import { ReadySign } from '../ready-sign.tsx'
import { timeLeft } from '../time-left.ts'
import { isStillOpen } from '../to-answer.ts'

/** Number, subject, hour: what stands over the whole dossier. */
export function BallotHead({ view, onBack }: { view: BallotView; onBack: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { ballot, content, version } = view
  return (
    <PageTitle
      over={
        <span className="ec-dossier-facts">
          <span>
            {t('answer.ballot', { number: ballot.number ?? '' })}
            {version.no > 1 && ` · ${t('ballot.version', { no: version.no })}`}
          </span>
          {isStillOpen(view) && (
            <Deadline
              at={ballot.deadlineAt}
              left={timeLeft(app.now(), ballot.deadlineAt, view.workingMsLeft)}
            />
          )}
          <ReadySign dossiers={[ballot.id]} />
        </span>
      }
      title={content.title}
      onBack={onBack}
    />
  )
}
