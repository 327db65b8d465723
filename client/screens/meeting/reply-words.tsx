import type { InvitationReply } from '../../../shared/domain/attendance.ts'
import type { MeetingView } from '../../app/meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { replyWord } from '../reply-word.ts'
import { useDirectory } from '../use-directory.ts'

/** All that was replied. */
export function ReplyWords({ reply }: { reply: InvitationReply }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  return (
    <div className="ec-reply-words">
      <p className="ec-reply-said">{replyWord(t, reply, nameOf)}</p>
      {reply.kind === 'substitute' && (
        <>
          <p>{t('meeting.reply.letterSaid', { letter: reply.letter })}</p>
          <p>
            {t('meeting.reply.spanSaid', {
              count: reply.items.length,
              from: dateAndHour(reply.from),
              to: dateAndHour(reply.to),
            })}
          </p>
        </>
      )}
      {reply.kind !== 'attends' && <p>{t('meeting.reply.reasonSaid', { reason: reply.reason })}</p>}
    </div>
  )
}

/** What the Office says to an absence or a substitute (M3): of the reply that it has, not of one that waits here. */
export function OfficeDecision({ view: { reply, decision } }: { view: MeetingView }) {
  const { t } = useWords()
  if ((reply.kind !== 'recorded' && reply.kind !== 'told') || reply.said.kind === 'attends') return null
  if (!decision) return <StatusSign bare tone="waiting" word={t('meeting.reply.waits')} />
  const { approved, at, reason } = decision
  return (
    <div className="ec-reply-words">
      <StatusSign
        bare
        tone={approved ? 'good' : 'urgent'}
        word={t(approved ? 'meeting.reply.approved' : 'meeting.reply.declined')}
      />
      <p className="ec-quiet">
        {t('meeting.reply.decidedAt', { when: dateAndHour(at) })}
        {reason !== '' && ` ${t('meeting.reply.reasonSaid', { reason })}`}
      </p>
    </div>
  )
}
