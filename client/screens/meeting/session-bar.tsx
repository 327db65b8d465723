import './session-bar.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AgendaItemId, MeetingId, VoteId } from '../../../shared/domain/id.ts'
import { hourMs } from '../../../shared/lib/time.ts'
import type { MyAnswer } from '../../app/my-answer.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { AnswerSentence, AnswerSign } from '../answer-state.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { clockWords } from '../clock-words.ts'
import { hourWords } from '../hour-words.ts'
import { paths } from '../paths.ts'
import { useSeconds } from '../use-seconds.ts'
import { VoteSheet } from '../vote-sheet.tsx'
import { FloorPart } from './floor-part.tsx'
import { ItemSessionPart } from './item-session-part.tsx'
import { PresencePart } from './presence-part.tsx'

/**
 * Over the agenda and over each paper while a meeting is held: what is being discussed, one tap to it, the floor, and the vote
 * that is open (M5, M6). Whoever looks elsewhere is never taken away from there.
 */
export function SessionBar({ meeting, here }: { meeting: MeetingId; here: AgendaItemId | null }) {
  const app = useApp()
  useAppVersion()
  const view = app.sessions.get(meeting)
  const isHeld = view?.meeting.phase.state === 'in-session'
  useSeconds(isHeld)
  // Kept while the vote closes, and the meeting ends, behind it.
  const [voting, setVoting] = useState<VoteId | null>(null)
  if (!view) return null
  return (
    <>
      {(isHeld || isSoon(view)) && <Bar view={view} here={here} onVote={setVoting} />}
      {voting !== null && <VoteSheet session={view} vote={voting} onClose={() => setVoting(null)} />}
    </>
  )
}

/** So long before the hour that was set one may say that one is there. */
const soonMs = 2 * hourMs

const isSoon = ({ meeting, now }: SessionView): boolean =>
  meeting.phase.state === 'invited' && meeting.startsAt - now < soonMs && now < meeting.endsAt

/** Of the vote that is open: what one's own word lacks. That it was recorded its button says. */
function OwnWord({ mine }: { mine: MyAnswer }) {
  const { t } = useWords()
  if (mine.kind === 'none' || mine.kind === 'recorded') return null
  return (
    <p className="ec-session-own" role="status">
      <AnswerSign mine={mine} isShort />
      {mine.kind === 'conflict' && t('session.vote.conflict')}
      {(mine.kind === 'held' || mine.kind === 'refused') && <AnswerSentence mine={mine} />}
    </p>
  )
}

type BarProps = { view: SessionView; here: AgendaItemId | null; onVote: (vote: VoteId) => void }

function Bar({ view, here, onVote }: BarProps) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { meeting, session, current, voting, isPaused } = view
  const isHeld = meeting.phase.state === 'in-session'
  const status = app.status()
  const isCut = status.kind === 'offline' || status.kind === 'server-silent'
  const since = isCut ? status.since : null
  return (
    <section className="ec-session-bar ec-no-print" aria-label={t('session.bar.label')}>
      <div className="ec-session-now">
        <StatusSign
          tone={isPaused || !isHeld ? 'waiting' : 'good'}
          word={t(isPaused ? 'session.bar.paused' : isHeld ? 'session.bar.held' : 'session.bar.soon')}
        />
        <div className="ec-session-words">
          <strong aria-live="polite">
            {current
              ? t('session.bar.current', { no: current.no, title: current.content.title })
              : t('session.bar.none')}
          </strong>
          {current && (
            <span className="ec-quiet ec-figures">
              {t('session.bar.used', {
                used: clockWords(current.usedMs),
                planned: current.item.plannedMinutes,
              })}
              {here === current.item.id && ` · ${t('session.bar.here')}`}
            </span>
          )}
        </div>
      </div>
      <div className="ec-session-acts">
        {voting && (
          <Button
            size="lg"
            variant={view.isMember ? 'filled' : 'default'}
            leftSection={<Icon name="ballot" size={22} />}
            onClick={() => onVote(voting.view.vote.id)}
          >
            {view.isMember
              ? t(voting.view.mine.kind === 'none' ? 'session.vote.cast' : 'session.vote.change')
              : t('session.vote.open')}
            <span className="ec-session-left ec-figures">{clockWords(voting.view.msLeft, 'up')}</span>
          </Button>
        )}
        {current && here !== current.item.id && (
          <Button
            variant="default"
            onClick={() => void navigate(paths.meetingItem(meeting.id, current.item.id))}
          >
            {t('session.bar.go')}
          </Button>
        )}
        <PresencePart view={view} />
        {current && session && <FloorPart view={view} item={current} />}
        {view.mayConduct && (
          <Button variant="default" onClick={() => void navigate(paths.console(meeting.id))}>
            {t('session.console.enter')}
          </Button>
        )}
      </div>
      {voting && <OwnWord mine={voting.view.mine} />}
      {here !== null && <ItemSessionPart view={view} item={here} />}
      {isCut && (
        <p className="ec-session-cut">
          <Icon name="offline" size={20} />
          {since === null
            ? t('session.bar.offlineNow')
            : t('session.bar.offline', { when: hourWords(t, since, app.now()) })}
        </p>
      )}
    </section>
  )
}
