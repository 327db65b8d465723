import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { outcomeWord } from '../ballot-outcome.ts'
import { useDirectory } from '../use-directory.ts'

/** What stands out of a ballot's present state: returned, recalled, closing that waits, what came of it. */
export function BallotNotices({ view }: { view: OfficeBallotView }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { phase } = view.ballot
  switch (phase.state) {
    case 'submitted':
      return (
        <p className="ec-quiet">
          {t('desk.submittedBy', { name: nameOf(phase.by), when: dateAndHour(phase.at) })}
        </p>
      )
    case 'returned':
    case 'recalled': {
      const facts = { name: nameOf(phase.by), when: dateAndHour(phase.at) }
      return (
        <Notice
          tone={phase.state === 'returned' ? 'urgent' : 'quiet'}
          title={t(`desk.${phase.state}`, facts)}
        >
          {phase.reason}
        </Notice>
      )
    }
    case 'closing-waits': {
      const facts = { from: dateAndHour(phase.downFrom), to: dateAndHour(phase.downTo) }
      return (
        <Notice tone="urgent" sign="held" title={t('desk.waits', facts)}>
          {t('desk.waitsText')}
        </Notice>
      )
    }
    case 'closed': {
      const outcome = outcomeWord(t, view.ballot)
      return outcome === null ? null : <Notice tone="good" sign="stamp" title={outcome} />
    }
    default:
      return null
  }
}
