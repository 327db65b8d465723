import { useState } from 'react'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import { workingMsBetween } from '../../../shared/domain/working-day.ts'
import { type Day, dayOf, formatHour, instant } from '../../../shared/lib/time.ts'
import { instantOf, issueWindow, proposedDeadline } from '../../app/deadline-window.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { DeadlineInput } from '../shared/deadline-input.tsx'
import { useCalendar } from '../use-calendar.ts'
import { workingTimeWords } from '../working-time-words.ts'

/** More time for the same ballot; what was said keeps its force. */
export function ExtendSheet({ ballot, onClose }: { ballot: Ballot; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { now, settings, calendar } = useCalendar()
  const [chosen, setChosen] = useState<{ day: Day | null; hour: string }>(() => {
    const from = instant(Math.max(ballot.deadlineAt, now))
    const at = proposedDeadline(from, { ...issueWindow(settings), minDays: 1 }, calendar)
    return { day: dayOf(at), hour: formatHour(at) }
  })
  const deadlineAt = chosen.day === null ? null : instantOf(chosen.day, chosen.hour)
  const isLater = deadlineAt !== null && deadlineAt > ballot.deadlineAt && deadlineAt > now
  const when = dateAndHour(ballot.deadlineAt)
  return (
    <AuthoritySheet
      title={t('desk.extend.title', { number: ballot.number ?? '' })}
      confirm={t('desk.extend.confirm')}
      done={t('desk.extend.done')}
      reason={{ most: 1000 }}
      disabled={!isLater}
      perform={(reason) => app.office.extend(ballot.id, deadlineAt ?? ballot.deadlineAt, reason)}
      onClose={onClose}
    >
      <p>
        {t('desk.extend.text')} {ballot.phase.state === 'closing-waits' && t('desk.extend.waits')}
      </p>
      <DeadlineInput
        {...chosen}
        now={now}
        onChange={(day, hour) => setChosen({ day, hour })}
        fit={
          isLater
            ? { tone: 'good', word: t('desk.fit.laterFine', { when }) }
            : { tone: 'urgent', word: t('desk.fit.later', { when }) }
        }
        note={
          deadlineAt !== null && isLater
            ? t('desk.fit.left', {
                left: workingTimeWords(t, now, deadlineAt, workingMsBetween(calendar, now, deadlineAt)),
              })
            : null
        }
      />
    </AuthoritySheet>
  )
}
