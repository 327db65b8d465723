import { Button } from '@mantine/core'
import { useState } from 'react'
import type { InvitationReply } from '../../../shared/domain/attendance.ts'
import type { MeetingView } from '../../app/meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { useSay } from '../use-say.ts'
import { WordSentence, WordSign } from '../word-sign.tsx'
import { AbsenceSheet } from './absence-sheet.tsx'
import { OfficeDecision, ReplyWords } from './reply-words.tsx'
import { SubstituteSheet } from './substitute-sheet.tsx'

/** M3: whether one comes, and how; where not, why, or who comes instead; and what the Office says to that. */
export function ReplyPane({ view }: { view: MeetingView }) {
  const app = useApp()
  const { t } = useWords()
  const say = useSay()
  const { meeting, reply } = view
  const [isChanging, setChanging] = useState(false)
  const [sheet, setSheet] = useState<'absent' | 'substitute' | null>(null)
  const [fails, setFails] = useState(false)
  const isAsked = meeting.phase.state === 'invited' || meeting.phase.state === 'in-session'
  const said = 'said' in reply ? reply.said : null
  const showsChoices = isAsked && (said === null || reply.kind === 'refused' || isChanging)

  const send = async (next: InvitationReply): Promise<boolean> => {
    const done = await app.meetings.reply(meeting.id, next)
    setFails(!done.ok)
    if (!done.ok) return false
    say(done.value, { saved: t('meeting.reply.toast'), recorded: t('meeting.reply.recorded') })
    setChanging(false)
    setSheet(null)
    return true
  }
  const attend = (how: 'in-room' | 'remote') => void send({ kind: 'attends', how })
  if (!said && !isAsked) return null
  const isChosen = (how: 'in-room' | 'remote') => said?.kind === 'attends' && said.how === how
  return (
    <section className="ec-reply" aria-labelledby="reply">
      <h2 id="reply">{t(said ? 'meeting.reply.yours' : 'meeting.reply.title')}</h2>
      {said && (
        <>
          <ReplyWords reply={said} />
          <div role="status" className="ec-reply-stands">
            <WordSign word={reply} />
            <span className="ec-quiet">
              <WordSentence word={reply} />
            </span>
          </div>
          <OfficeDecision view={view} />
        </>
      )}
      {fails && (
        <div role="alert">
          <Notice tone="urgent" title={t('meeting.word.notStored')}>
            {t('meeting.word.notStoredText')}
          </Notice>
        </div>
      )}
      {showsChoices && (
        <div className="ec-reply-choices">
          {(['in-room', 'remote'] as const).map((how) => (
            <Button
              key={how}
              variant={isChosen(how) ? 'filled' : 'default'}
              size="lg"
              fullWidth
              onClick={() => attend(how)}
            >
              {t(`meeting.reply.${how}`)}
            </Button>
          ))}
          {(['absent', 'substitute'] as const).map((kind) => (
            <Button key={kind} variant="default" size="lg" fullWidth onClick={() => setSheet(kind)}>
              {t(`meeting.reply.${kind}`)}…
            </Button>
          ))}
          {said && isChanging && (
            <Button variant="subtle" color="gray" onClick={() => setChanging(false)}>
              {t('meeting.reply.keep')}
            </Button>
          )}
        </div>
      )}
      {said && isAsked && !showsChoices && (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="edit" size={20} />}
            onClick={() => setChanging(true)}
          >
            {t('meeting.reply.change')}
          </Button>
        </div>
      )}
      {sheet === 'absent' && <AbsenceSheet view={view} onSend={send} onClose={() => setSheet(null)} />}
      {sheet === 'substitute' && <SubstituteSheet view={view} onSend={send} onClose={() => setSheet(null)} />}
    </section>
  )
}
