import { Button } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { VoteId } from '../../../shared/domain/id.ts'
import { minuteMs } from '../../../shared/lib/time.ts'
import type { SessionItem } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { AssignmentList } from '../assignment-list.tsx'
import { clockWords, minutesOf } from '../clock-words.ts'
import { ConclusionTasks } from '../conclusion-tasks.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'
import { useDirectory } from '../use-directory.ts'
import { VoteResult } from '../vote-result.tsx'
import { VoteSheet } from '../vote-sheet.tsx'
import { ConclusionSheet } from './conclusion-sheet.tsx'
import { PaperVotes } from './paper-votes.tsx'
import { RecordList } from './record-list.tsx'
import { RunningVote } from './running-vote.tsx'
import { VoteOpenSheet } from './vote-open-sheet.tsx'

/** Letters; longer titles stand smaller, so that the vote and what members said are above the fold. */
const longTitle = 80

/** One item in the middle of the console: its clock, what members said before, its vote and its conclusion. */
export function ConsoleItem({ view, item: each }: { view: SessionView; item: SessionItem }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const { run, isBusy } = useConduct()
  const [sheet, setSheet] = useState<'vote' | 'conclusion' | null>(null)
  const [casting, setCasting] = useState<VoteId | null>(null)
  const { meeting, isChair, isPaused } = view
  const { item, no, content, isCurrent, usedMs, votes, conclusion, row } = each
  const of = { meeting: meeting.id, item: item.id }
  const isHeld = meeting.phase.state === 'in-session'
  const rests = !canReach || isPaused
  const overMs = usedMs - item.plannedMinutes * minuteMs
  const underWay = votes.find(({ isUnderWay }) => isUnderWay)
  return (
    <section className="ec-console-item" aria-labelledby="console-item">
      <div className="ec-console-over">
        <span>{t('session.console.item', { no })}</span>
        <span>{t('session.console.presenter', { who: content.presenter })}</span>
      </div>
      <h2 id="console-item" data-long={content.title.length > longTitle || undefined}>
        {content.title}
      </h2>
      <div className="ec-console-clock">
        <span className="ec-console-time ec-figures" role="timer">
          {clockWords(usedMs)}
        </span>
        <span className="ec-quiet">{t('session.console.planned', { count: item.plannedMinutes })}</span>
        {overMs > 0 && (
          <StatusSign
            tone="urgent"
            word={t('session.console.over', { count: Math.max(1, minutesOf(overMs)) })}
          />
        )}
        <span className="ec-console-acts">
          {isHeld && !isCurrent && (
            <Button
              disabled={rests || view.voting !== null}
              loading={isBusy}
              onClick={() => void run(() => app.conduct.startItem(of), t('session.console.started', { no }))}
            >
              {t('session.console.start')}
            </Button>
          )}
          {isHeld && isCurrent && !underWay && (
            <Button
              variant="default"
              disabled={rests}
              loading={isBusy}
              onClick={() =>
                void run(() => app.conduct.finishItem(of), t('session.console.finished', { no }))
              }
            >
              {t('session.console.finish')}
            </Button>
          )}
          {isHeld && isChair && isCurrent && !underWay && (
            <Button variant="default" disabled={rests} onClick={() => setSheet('vote')}>
              {t('session.console.voteOpen')}
            </Button>
          )}
          {isChair && (isHeld || meeting.phase.state === 'ended') && (
            <Button variant="default" disabled={!canReach} onClick={() => setSheet('conclusion')}>
              {t('session.console.conclude')}
            </Button>
          )}
        </span>
      </div>
      {underWay && (
        <>
          <RunningVote view={view} of={underWay} onCast={() => setCasting(underWay.vote.id)} />
          <PaperVotes view={view} of={underWay} no={no} />
          <Stances item={each} />
        </>
      )}
      {votes
        .filter(({ isUnderWay }) => !isUnderWay)
        .map((done) => (
          <Fragment key={done.vote.id}>
            <VoteResult view={done} />
            <PaperVotes view={view} of={done} no={no} />
          </Fragment>
        ))}
      {!underWay && <Stances item={each} />}
      <RecordList row={row} chair={meeting.chair} />
      {conclusion && (
        <section className="ec-console-part">
          <h3>{t('session.conclusion')}</h3>
          <p className="ec-console-text">{conclusion.text}</p>
          <AssignmentList assignments={conclusion.assignments} />
          <ConclusionTasks meeting={item.meeting} item={item.id} />
        </section>
      )}
      {casting !== null && <VoteSheet session={view} vote={casting} onClose={() => setCasting(null)} />}
      {sheet === 'vote' && <VoteOpenSheet view={view} item={each} onClose={() => setSheet(null)} />}
      {sheet === 'conclusion' && <ConclusionSheet item={each} onClose={() => setSheet(null)} />}
    </section>
  )
}

function Stances({ item: { stances } }: { item: SessionItem }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const told = stances.filter(({ stance }) => stance !== 'no-objection')
  const quiet = stances.length - told.length
  return (
    <section className="ec-console-part">
      <h3>{t('session.console.stances')}</h3>
      {stances.length === 0 && <p className="ec-quiet">{t('session.console.stanceNone')}</p>}
      <ul className="ec-console-stances">
        {told.map(({ person, stance }) => (
          <li key={person}>
            <span>{nameOf(person)}:</span>
            <StatusSign
              bare
              tone={stance === 'objection' ? 'urgent' : 'waiting'}
              word={t(`officeMeeting.positions.${stance}`)}
            />
          </li>
        ))}
        {quiet > 0 && (
          <li>
            <StatusSign bare tone="good" word={t('session.console.noObjections', { count: quiet })} />
          </li>
        )}
      </ul>
    </section>
  )
}
