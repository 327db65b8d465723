import { membersOn } from '../../../shared/domain/people.ts'
import { dayOf } from '../../../shared/lib/time.ts'
import { deadlineFit, issueWindow } from '../../app/deadline-window.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useCalendar } from '../use-calendar.ts'
import { useDirectory } from '../use-directory.ts'
import { workingTimeWords } from '../working-time-words.ts'

/** The head of office issues: a number, and the ballot on every member's tablet (B1, B3). */
export function IssueSheet({ view, onClose }: { view: OfficeBallotView; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { now, settings, calendar } = useCalendar()
  const { people } = useDirectory()
  const { ballot, content } = view
  const fit = deadlineFit(ballot.deadlineAt, now, issueWindow(settings), calendar)
  const reason = ballot.draft?.windowReason.trim() ?? ''
  const isOutside = fit.kind === 'too-soon' || fit.kind === 'too-far'
  const count = membersOn(people, dayOf(now)).length
  return (
    <AuthoritySheet
      title={t('desk.issue.title')}
      confirm={t('desk.issue.confirm')}
      done={t('desk.issue.done')}
      disabled={fit.kind === 'passed' || (isOutside && reason === '')}
      perform={() => app.office.issue(ballot.id)}
      onClose={onClose}
    >
      <p>
        <strong>{content?.title}</strong>
      </p>
      {fit.kind === 'passed' ? (
        <Notice tone="urgent" title={t('desk.issue.passed')} />
      ) : (
        <p>
          {t('desk.issue.text', {
            count,
            deadline: dateAndHour(ballot.deadlineAt),
            left: workingTimeWords(t, now, ballot.deadlineAt, fit.workingMs),
          })}
        </p>
      )}
      {isOutside && reason !== '' && (
        <Notice tone="waiting" title={t('desk.issue.reason')}>
          {reason}
        </Notice>
      )}
      {isOutside && reason === '' && <Notice tone="urgent" title={t('desk.issue.reasonMissing')} />}
      <p className="ec-quiet">{t('desk.issue.after')}</p>
    </AuthoritySheet>
  )
}
