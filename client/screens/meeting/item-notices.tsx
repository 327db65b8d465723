import { formatInstant } from '../../../shared/lib/time.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { daySpanWords } from './meeting-words.ts'

type ItemNoticesProps = { meeting: MeetingView['meeting']; view: ItemView }

/** What became of an item since it was sent, and for how long it is open to whoever is let in (M1, M3). */
export function ItemNotices({ meeting, view: { item, admission, isOver } }: ItemNoticesProps) {
  const { t } = useWords()
  const [first] = item.versions
  const last = item.versions.at(-1)
  const isAdded = first !== undefined && meeting.invitedAt !== null && first.at > meeting.invitedAt
  const why = last && last.reason !== '' ? t('meeting.itemChangedWhy', { reason: last.reason }) : undefined
  return (
    <>
      {item.withdrawn !== null && (
        <Notice tone="quiet" sign="undo" title={t('meeting.withdrawnTitle')}>
          {t('meeting.withdrawnAt', {
            when: formatInstant(item.withdrawn.at),
            reason: item.withdrawn.reason,
          })}
        </Notice>
      )}
      {item.withdrawn === null && isAdded && item.versions.length === 1 && (
        <Notice tone="quiet" sign="plus" title={t('meeting.itemAdded', { when: formatInstant(first.at) })}>
          {why}
        </Notice>
      )}
      {item.withdrawn === null && item.versions.length > 1 && last && (
        <Notice tone="quiet" sign="edit" title={t('meeting.itemChanged', { when: formatInstant(last.at) })}>
          {why}
        </Notice>
      )}
      {admission && isOver && (
        <Notice tone="waiting" sign="clock" title={t('meeting.notice.ended')}>
          {t('meeting.notice.endedText', { to: formatInstant(admission.to) })}
        </Notice>
      )}
      {admission?.as === 'guest' && !isOver && (
        <Notice tone="quiet" sign="clock" title={t('meeting.notice.guest')}>
          {daySpanWords(t, admission.from, admission.to)}
        </Notice>
      )}
    </>
  )
}
