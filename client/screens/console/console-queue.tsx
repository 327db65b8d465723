import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { SpeakingRequest } from '../../../shared/domain/item-session.ts'
import { minuteMs } from '../../../shared/lib/time.ts'
import { type SessionItem, usedMs } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { clockWords, minutesOf } from '../clock-words.ts'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'
import { useDirectory } from '../use-directory.ts'
import { CallSheet } from './call-sheet.tsx'

const lengths = [2, 3, 5, 10] as const

/** Who speaks and who waits, points of order first; the minutes given are those used from now on (M5). */
export function ConsoleQueue({ view, item: each }: { view: SessionView; item: SessionItem }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const canReach = useServerReach()
  const { run, isBusy } = useConduct()
  const [minutes, setMinutes] = useState<number>(3)
  const [isCalling, setCalling] = useState(false)
  const { item, speaking, waiting, spoken, isCurrent } = each
  const of = { meeting: item.meeting, item: item.id }
  const isHeld = view.meeting.phase.state === 'in-session'
  const rests = !canReach || view.isPaused || !isCurrent
  const call = (request: SpeakingRequest) =>
    run(
      () => app.conduct.callSpeaker(of, { request: request.act, person: request.person, minutes }),
      t('session.console.callDone', { name: nameOf(request.person) }),
    )
  const spokenMs = usedMs(
    spoken.flatMap(({ calledAt, finishedAt }) => (calledAt ? [{ from: calledAt, to: finishedAt }] : [])),
    view.now,
  )
  return (
    <aside className="ec-console-queue" aria-label={t('session.console.queue')}>
      <h2>{t('session.console.queue')}</h2>
      {speaking && <Speaking request={speaking} now={view.now} />}
      {speaking && (
        <Button
          variant="default"
          disabled={!canReach}
          loading={isBusy}
          onClick={() => void run(() => app.conduct.finishSpeaker(of), t('session.console.finishSpeechDone'))}
        >
          {t('session.console.finishSpeech')}
        </Button>
      )}
      {isHeld && (
        <fieldset className="ec-console-lengths">
          <legend>{t('session.console.callMinutes')}</legend>
          <SegmentedControl
            fullWidth
            data={lengths.map(String)}
            value={String(minutes)}
            onChange={(value) => setMinutes(Number(value))}
          />
        </fieldset>
      )}
      {waiting.length === 0 && <p className="ec-quiet">{t('session.console.queueNone')}</p>}
      <ol className="ec-console-waiting">
        {waiting.map((request) => (
          <li key={request.act}>
            <span>
              {nameOf(request.person)}
              {request.what === 'order' && (
                <StatusSign bare tone="urgent" word={t('session.console.order')} />
              )}
            </span>
            <Button disabled={rests} loading={isBusy} onClick={() => void call(request)}>
              {t('session.console.call')}
            </Button>
          </li>
        ))}
      </ol>
      {isHeld && (
        <Button variant="default" disabled={rests} onClick={() => setCalling(true)}>
          {t('session.console.callOther')}
        </Button>
      )}
      {spoken.length > 0 && (
        <p className="ec-quiet ec-figures">
          {t('session.console.spoken', { count: spoken.length, used: clockWords(spokenMs) })}
        </p>
      )}
      {isCalling && <CallSheet view={view} item={each} minutes={minutes} onClose={() => setCalling(false)} />}
    </aside>
  )
}

function Speaking({ request, now }: { request: SpeakingRequest; now: SessionView['now'] }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { person, minutes, calledAt } = request
  const used = calledAt === null ? 0 : now - calledAt
  const over = used - (minutes ?? 0) * minuteMs
  return (
    <div className="ec-console-speaking">
      <span className="ec-quiet">{t('session.console.speaking')}</span>
      <strong>{nameOf(person)}</strong>
      <span className="ec-console-time ec-figures" role="timer">
        {clockWords(used)}
      </span>
      <span className="ec-quiet">{t('session.console.planned', { count: minutes ?? 0 })}</span>
      {over > 0 && (
        <StatusSign tone="urgent" word={t('session.console.over', { count: Math.max(1, minutesOf(over)) })} />
      )}
    </div>
  )
}
