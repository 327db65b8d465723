import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { OutstandingPapers } from '../outstanding-papers.tsx'
import { useDirectory } from '../use-directory.ts'
import { useIsBegun } from './use-is-begun.ts'

/** What became of a meeting last, and what waits on this device. */
export function MeetingNotices({ view }: { view: OfficeMeetingView }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const isBegun = useIsBegun(view)
  const { meeting } = view
  const { phase } = meeting
  const isOver = phase.state === 'ended' || phase.state === 'concluded' || phase.state === 'cancelled'
  const facts = 'by' in phase ? { name: nameOf(phase.by), when: dateAndHour(phase.at) } : null
  return (
    <>
      {facts && phase.state === 'submitted' && (
        <Notice tone="waiting" title={t('officeMeeting.submittedBy', facts)} />
      )}
      {facts && phase.state === 'approved' && (
        <Notice tone="waiting" sign="stamp" title={t('officeMeeting.approvedBy', facts)} />
      )}
      {facts && phase.state === 'returned' && (
        <Notice tone="urgent" sign="undo" title={t('officeMeeting.returned', facts)}>
          {phase.reason}
        </Notice>
      )}
      {facts && phase.state === 'cancelled' && (
        <Notice tone="quiet" sign="close" title={t('officeMeeting.cancelled', facts)}>
          {phase.reason}
        </Notice>
      )}
      {facts && phase.state === 'ended' && (
        <Notice tone="waiting" sign="meeting" title={t('afterMeeting.ended', facts)}>
          {t('afterMeeting.endedText')}
        </Notice>
      )}
      {facts && phase.state === 'concluded' && (
        <Notice tone="good" sign="stamp" title={t('afterMeeting.concluded', facts)}>
          {t('afterMeeting.concludedText')}
        </Notice>
      )}
      {isOver && <OutstandingPapers meeting={meeting.id} />}
      {isBegun && (
        <Notice tone="waiting" sign="edit" title={t('officeMeeting.begun')}>
          {t('officeMeeting.begunText')}
        </Notice>
      )}
    </>
  )
}
