import type { MemberPicture } from '../../app/meeting-picture.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useDirectory } from '../use-directory.ts'

/** What a member replied to the invitation, and what the Office said to that (M3). */
export function ReplyWords({ line: { reply, decision } }: { line: MemberPicture }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  if (reply === null) {
    return <StatusSign bare tone="quiet" sign="clock" word={t('officeMeeting.people.replies.none')} />
  }
  if (reply.kind === 'attends') {
    return <StatusSign bare tone="good" word={t(`officeMeeting.people.replies.${reply.how}`)} />
  }
  const looks: { tone: Tone; sign: IconName; word: string } =
    decision === null
      ? { tone: 'urgent', sign: 'held', word: t('officeMeeting.people.waits') }
      : decision.approved
        ? { tone: 'good', sign: 'recorded', word: t('officeMeeting.people.approved') }
        : { tone: 'urgent', sign: 'forbidden', word: t('officeMeeting.people.refused') }
  return (
    <>
      <strong>
        {reply.kind === 'absent'
          ? t('officeMeeting.people.replies.absent')
          : t('officeMeeting.people.replies.substitute', { name: nameOf(reply.person) })}
      </strong>
      {reply.kind === 'substitute' && (
        <span className="ec-quiet">
          {t('officeMeeting.people.letter', { letter: reply.letter })};{' '}
          {t('officeMeeting.people.span', { from: dateAndHour(reply.from), to: dateAndHour(reply.to) })}
        </span>
      )}
      <span className="ec-quiet">{t('officeMeeting.people.reason', { reason: reply.reason })}</span>
      <StatusSign bare {...looks} />
      {decision?.reason && <span className="ec-quiet">{decision.reason}</span>}
    </>
  )
}
