import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { hourWords } from '../hour-words.ts'
import { MinutesButton } from '../minutes-button.tsx'
import { PaperButtons } from '../paper-buttons.tsx'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'
import { useDirectory } from '../use-directory.ts'
import { AttendanceSheet } from './attendance-sheet.tsx'
import { RoomScreenSheet } from './room-screen-sheet.tsx'
import { SessionSheet, type SessionStep } from './session-sheet.tsx'

/** State, quorum and attendance of the session, and what the chair does with it as a whole. */
export function ConsoleHead({ view }: { view: SessionView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { nameOf } = useDirectory()
  const canReach = useServerReach()
  const { run, isBusy } = useConduct()
  const [step, setStep] = useState<SessionStep | 'attendance' | 'room-screen' | null>(null)
  const { meeting, content, session, quorum, isChair, isPaused } = view
  const isHeld = meeting.phase.state === 'in-session'
  const isQuorate = quorum.present >= quorum.needed
  const close = () => setStep(null)
  return (
    <header className="ec-console-head">
      <PageTitle
        title={content.title}
        over={
          <span className="ec-console-facts">
            <StateSign view={view} />
            <StatusSign
              tone={isQuorate ? 'good' : 'waiting'}
              sign="people"
              word={t('session.console.quorum', quorum)}
            />
            <span>{t('session.console.chair', { name: nameOf(meeting.chair) })}</span>
          </span>
        }
        onBack={() => void navigate(paths.meeting(meeting.id))}
        actions={
          <>
            <Button variant="default" onClick={() => setStep('attendance')}>
              {t('session.console.attendance')}
            </Button>
            <MinutesButton meeting={meeting} />
            {session !== null && !isHeld && (
              <PaperButtons paper={{ kind: 'conclusion-notice', meeting: meeting.id, item: null }} />
            )}
            <Button variant="default" onClick={() => setStep('room-screen')}>
              {t('room.console.enter')}
            </Button>
            {isChair && meeting.phase.state === 'invited' && (
              <Button disabled={!canReach} onClick={() => setStep('open')}>
                {t('session.console.open')}
              </Button>
            )}
            {isChair && isHeld && isPaused && (
              <Button
                disabled={!canReach}
                loading={isBusy}
                onClick={() => void run(() => app.conduct.resume(meeting.id), t('session.bar.held'))}
              >
                {t('session.console.resume')}
              </Button>
            )}
            {isChair && isHeld && !isPaused && (
              <Button variant="default" disabled={!canReach} onClick={() => setStep('pause')}>
                {t('session.console.pause')}
              </Button>
            )}
            {isChair && isHeld && (
              <>
                <Button variant="default" disabled={!canReach} onClick={() => setStep('hand-over')}>
                  {t('session.console.handOver')}
                </Button>
                <Button variant="default" disabled={!canReach} onClick={() => setStep('end')}>
                  {t('session.console.end')}
                </Button>
              </>
            )}
          </>
        }
      />
      {!isChair && isHeld && <p className="ec-quiet">{t('session.console.notChair')}</p>}
      {meeting.phase.state === 'ended' && <p className="ec-quiet">{t('afterMeeting.consoleEnded')}</p>}
      {step === 'attendance' && <AttendanceSheet view={view} onClose={close} />}
      {step === 'room-screen' && <RoomScreenSheet view={view} onClose={close} />}
      {step !== null && step !== 'attendance' && step !== 'room-screen' && (
        <SessionSheet view={view} step={step} onClose={close} />
      )}
    </header>
  )
}

function StateSign({ view: { meeting, session, isPaused, now } }: { view: SessionView }) {
  const { t } = useWords()
  const at = (when: Parameters<typeof hourWords>[1]) => ({ when: hourWords(t, when, now) })
  if (session?.ended) {
    return <StatusSign tone="quiet" word={t('session.console.state.ended', at(session.ended.at))} />
  }
  const pause = session?.pauses.at(-1)
  if (isPaused && pause) {
    return <StatusSign tone="waiting" word={t('session.console.state.paused', at(pause.from))} />
  }
  return session && meeting.phase.state === 'in-session' ? (
    <StatusSign tone="good" word={t('session.console.state.held', at(session.opened.at))} />
  ) : (
    <StatusSign tone="quiet" word={t('session.console.state.invited')} />
  )
}
