import './amend-sheet.css'
import type { Ballot, BallotContent } from '../../../shared/domain/ballot.ts'
import { type BallotEditing, contentOfEditing, deadlineIn } from '../../app/ballot-editing.ts'
import { contentChanges } from '../../app/content-change.ts'
import { amendWindow, deadlineFit } from '../../app/deadline-window.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { byRank } from '../by-rank.ts'
import { ContentChanges } from '../content-changes.tsx'
import { useCalendar } from '../use-calendar.ts'
import { workingTimeWords } from '../working-time-words.ts'

type AmendSheetProps = {
  ballot: Ballot
  /** The words in force. */
  was: BallotContent
  editing: BallotEditing
  onDone: () => void
  onClose: () => void
}

/** A new version goes out: what it changes, whom it asks again and until when is said before it is signed (B5). */
export function AmendSheet({ ballot, was, editing, onDone, onClose }: AmendSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { now, settings, calendar } = useCalendar()
  const content = contentOfEditing(editing)
  const changes = contentChanges(was, content)
  const deadlineAt = deadlineIn(editing) ?? ballot.deadlineAt
  const window = amendWindow(settings)
  const fit = deadlineFit(deadlineAt, now, window, calendar)
  return (
    <AuthoritySheet
      title={t('editor.amendSheet.title', { number: ballot.number ?? '' })}
      confirm={t('editor.amendSheet.confirm')}
      done={t('editor.amendSheet.done')}
      reason={{ most: 1000, label: t('editor.amendSheet.reason') }}
      disabled={fit.kind !== 'inside'}
      perform={(reason) => app.office.amend({ ballot: ballot.id, content, deadlineAt, reason })}
      onDone={onDone}
      onClose={onClose}
    >
      <section className="ec-amend-part">
        <h3>{t('changes.since', { no: ballot.versions.length })}</h3>
        <ContentChanges amendment={{ from: ballot.versions.length, was, changes }} isFull />
        {changes.some(({ kind }) => kind === 'document-removed') && (
          <Notice tone="waiting" title={t('editor.amendSheet.notesStay')}>
            {t('editor.amendSheet.notesStayText')}
          </Notice>
        )}
      </section>
      <section className="ec-amend-part">
        <h3>{t('editor.deadline')}</h3>
        <p>
          {deadlineAt === ballot.deadlineAt
            ? t('editor.amendSheet.deadlineKept', { is: dateAndHour(deadlineAt) })
            : t('editor.amendSheet.deadlineMoved', {
                was: dateAndHour(ballot.deadlineAt),
                is: dateAndHour(deadlineAt),
              })}
        </p>
        {fit.kind === 'inside' ? (
          <StatusSign
            bare
            tone="good"
            word={t('editor.amendSheet.leaves', {
              min: window.minDays,
              left: workingTimeWords(t, now, deadlineAt, fit.workingMs),
            })}
          />
        ) : (
          <StatusSign bare tone="urgent" word={t('editor.gap.deadline-too-soon')} />
        )}
      </section>
      <AskedAgain ballot={ballot} />
    </AuthoritySheet>
  )
}

/** Members who have answered, by name: what they said stays as it is, and each is asked to confirm it. */
function AskedAgain({ ballot }: { ballot: Ballot }) {
  const app = useApp()
  const { t } = useWords()
  const order = byRank(app.today())
  const answered = app.office
    .watch(ballot.id)
    .filter(({ standing }) => standing !== 'silent')
    .sort((a, b) => order(a.member, b.member))
  return (
    <section className="ec-amend-part">
      <h3>
        {answered.length === 0
          ? t('editor.amendSheet.askedNone')
          : t('editor.amendSheet.asked', { count: answered.length })}
      </h3>
      {answered.length === 0 ? (
        <p>{t('editor.amendSheet.textNone')}</p>
      ) : (
        <>
          <p>{t('editor.amendSheet.text')}</p>
          <ul className="ec-amend-names">
            {answered.map(({ member, standing }) => (
              <li key={member.id}>
                {member.name}
                {standing === 'former' && (
                  <span className="ec-quiet"> ({t('editor.amendSheet.stillFormer')})</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
