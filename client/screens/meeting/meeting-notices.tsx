import { formatInstant } from '../../../shared/lib/time.ts'
import { outstandingCopies } from '../../app/handed-paper.ts'
import type { MeetingView } from '../../app/meeting.ts'
import { type MeetingChange, meetingChanges } from '../../app/meeting-change.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { PaperButtons } from '../paper-buttons.tsx'
import { ReturnedWordCard } from '../returned-word-card.tsx'
import { useDirectory } from '../use-directory.ts'
import { daySpanWords } from './meeting-words.ts'

/** What became of a meeting since the invitation, each change with its reason (M1). */
export function MeetingNotices({ view }: { view: MeetingView }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { meeting, reply, as, items } = view
  const { phase } = meeting
  const isOver = phase.state === 'ended' || phase.state === 'concluded' || phase.state === 'cancelled'
  // Here, and nowhere else, what others hold is nobody's business (D2).
  const held = isOver
    ? outstandingCopies(meeting.id, app.copy).filter(({ person }) => person === app.identity.person)
    : []
  const changes = meetingChanges(meeting, app.meetings.contentOf)
  const repliedAt = reply.kind === 'recorded' || reply.kind === 'told' ? reply.at : null
  const admissions = new Map(
    items.flatMap(({ admission }) => (admission?.member ? [[admission.member, admission] as const] : [])),
  )
  const words = app.sessions
    .returned()
    .filter(({ key, act }) => act.body.meeting === meeting.id && !app.dealt.has(key))
  return (
    <div className="ec-meeting-notices">
      {words.map((word) => (
        <ReturnedWordCard key={word.key} word={word} isHere />
      ))}
      {phase.state === 'cancelled' && (
        <Notice tone="urgent" sign="close" title={t('meeting.notice.cancelled')}>
          {t('meeting.notice.cancelledAt', { when: formatInstant(phase.at), reason: phase.reason })}
        </Notice>
      )}
      {phase.state === 'in-session' && (
        <p className="ec-meeting-begun">
          <Icon name="information" size={20} />
          {t('meeting.notice.inSession')}
        </p>
      )}
      {held.length > 0 && (
        <Notice tone="waiting" sign="lock" title={t('meeting.secret.toReturn', { count: held.length })}>
          {held
            .map(({ copy, secret }) => t('meeting.secret.heldShort', { copy, number: secret?.number ?? '' }))
            .join('; ')}
        </Notice>
      )}
      {phase.state === 'ended' && <Notice tone="quiet" sign="check" title={t('meeting.notice.over')} />}
      {phase.state === 'concluded' && (
        <Notice tone="good" sign="stamp" title={t('afterMeeting.notice')}>
          <p>{t('afterMeeting.noticeText', { when: formatInstant(phase.at) })}</p>
          <div className="ec-invited-papers">
            <PaperButtons paper={{ kind: 'conclusion-notice', meeting: meeting.id, item: null }} />
          </div>
        </Notice>
      )}
      {as === 'substitute' &&
        [...admissions].map(([member, { from, to }]) => (
          <Notice
            key={member}
            tone="quiet"
            sign="person"
            title={t('meeting.notice.substitute', { member: nameOf(member) })}
          >
            {daySpanWords(t, from, to)}. {t('meeting.notice.substituteText', { member: nameOf(member) })}
          </Notice>
        ))}
      {changes.map((change) => (
        <Notice
          key={`${change.kind} ${change.at}`}
          tone={change.kind === 'hours' ? 'waiting' : 'quiet'}
          sign={change.kind === 'hours' ? 'clock' : 'edit'}
          title={t(`meeting.notice.${change.kind}`)}
        >
          {changeWords(t, change, nameOf)} {t('meeting.notice.changedAt', { when: formatInstant(change.at) })}
          {repliedAt !== null && repliedAt < change.at && ` ${t('meeting.notice.afterReply')}`}
        </Notice>
      ))}
    </div>
  )
}

function changeWords(
  t: ReturnType<typeof useWords>['t'],
  change: MeetingChange,
  nameOf: ReturnType<typeof useDirectory>['nameOf'],
): string {
  const { reason } = change
  switch (change.kind) {
    case 'hours': {
      const before = daySpanWords(t, change.before.from, change.before.to)
      const now = daySpanWords(t, change.now.from, change.now.to)
      return t('meeting.notice.hoursText', { before, now, reason })
    }
    case 'chair':
      return t('meeting.notice.wordsText', { before: nameOf(change.before), now: nameOf(change.now), reason })
    case 'words':
      return change.before === null || change.now === null
        ? t('meeting.notice.reason', { reason })
        : t('meeting.notice.wordsText', { before: change.before, now: change.now, reason })
  }
}
