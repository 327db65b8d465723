import type { Ballot } from '../../../shared/domain/ballot.ts'
import { workingMsBetween } from '../../../shared/domain/working-day.ts'
import { type BallotEditing, contentOfEditing, deadlineIn } from '../../app/ballot-editing.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useCalendar } from '../use-calendar.ts'
import { workingTimeWords } from '../working-time-words.ts'

type AmendSheetProps = { ballot: Ballot; editing: BallotEditing; onDone: () => void; onClose: () => void }

/** A new version goes out; what it means for those who have answered is said first (B5). */
export function AmendSheet({ ballot, editing, onDone, onClose }: AmendSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { now, calendar } = useCalendar()
  const deadlineAt = deadlineIn(editing) ?? ballot.deadlineAt
  const answered = app.office.watch(ballot.id).filter(({ standing }) => standing !== 'silent').length
  return (
    <AuthoritySheet
      title={t('editor.amendSheet.title', { number: ballot.number ?? '' })}
      confirm={t('editor.amendSheet.confirm')}
      done={t('editor.amendSheet.done')}
      reason={{ most: 1000, label: t('editor.amendSheet.reason') }}
      perform={(reason) =>
        app.office.amend({ ballot: ballot.id, content: contentOfEditing(editing), deadlineAt, reason })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        {answered === 0 ? t('editor.amendSheet.textNone') : t('editor.amendSheet.text', { count: answered })}
      </p>
      <p>
        {t('editor.amendSheet.deadline', {
          deadline: dateAndHour(deadlineAt),
          left: workingTimeWords(t, now, deadlineAt, workingMsBetween(calendar, now, deadlineAt)),
        })}
      </p>
    </AuthoritySheet>
  )
}
