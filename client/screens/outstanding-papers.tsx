import type { MeetingId } from '../../shared/domain/id.ts'
import { type OutstandingCopy, outstandingCopies } from '../app/handed-paper.ts'
import { dateAndHour } from '../ui/date-text.tsx'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.tsx'
import { useDirectory } from './use-directory.ts'

/** Copies of secret papers that have not come back (D3); nothing where none is out. It blocks nothing. */
export function OutstandingPapers({ meeting }: { meeting: MeetingId }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const out = outstandingCopies(meeting, app.copy)
  if (out.length === 0) return null
  return (
    <Notice tone="waiting" sign="lock" title={t('agenda.handed.outstanding', { count: out.length })}>
      <ul>
        {out.map((one) => (
          <li key={`${one.item} ${one.paper} ${one.person} ${one.copy}`}>
            {t('agenda.handed.outstandingLine', {
              paper: paperWords(t, one.secret),
              copy: one.copy,
              name: nameOf(one.person),
              when: dateAndHour(one.at),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function paperWords(t: ReturnType<typeof useWords>['t'], secret: OutstandingCopy['secret']): string {
  return secret
    ? `${t(`meeting.secret.level.${secret.level}`)} ${secret.number}`
    : t('agenda.handed.noLongerNamed')
}
