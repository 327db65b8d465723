import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
import '../../ui/ground.css'
import './room-screen.css'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { RoomView } from '../../../shared/domain/room-view.ts'
import { formatHour, type Instant } from '../../../shared/lib/time.ts'
import type { RoomDisplay } from '../../app/room-display.ts'
import { createWords, isLanguage, useWords } from '../../ui/i18n.ts'
import { clockWords } from '../clock-words.ts'
import { useSeconds } from '../use-seconds.ts'
import { HallStage } from './hall-stage.tsx'

/** The display in the hall: dark, for 1920 by 1080, to be read from eight metres; nobody touches it. */
export function RoomScreen({ display, language }: { display: RoomDisplay | null; language: string }) {
  const [words] = useState(() => createWords(isLanguage(language) ? language : 'vi'))
  useEffect(() => {
    document.documentElement.lang = words.language
  }, [words])
  return (
    <I18nextProvider i18n={words}>
      <main className="ec-hall">{display ? <Shown display={display} /> : <BadLink />}</main>
    </I18nextProvider>
  )
}

function BadLink() {
  const { t } = useWords()
  return <Word title={t('room.badLink')} text={t('room.badLinkText')} />
}

function Shown({ display }: { display: RoomDisplay }) {
  const { t } = useWords()
  const state = useSyncExternalStore(display.subscribe, display.state)
  useSeconds(true)
  switch (state.kind) {
    case 'connecting':
      return <Word title={t('room.connecting')} />
    case 'closed':
      return <Word title={t('room.closed')} text={t('room.closedText')} />
    case 'too-many':
      return <Word title={t('room.tooMany')} text={t('room.tooManyText')} />
    case 'shown':
      return <Picture view={state.view} now={display.now()} lostSince={display.lostSince()} />
  }
}

const Word = ({ title, text }: { title: string; text?: string }) => (
  <section className="ec-hall-calm" aria-live="polite">
    <h1>{title}</h1>
    {text !== undefined && <p className="ec-hall-quiet">{text}</p>}
  </section>
)

function Picture({ view, now, lostSince }: { view: RoomView; now: Instant; lostSince: Instant | null }) {
  const { t } = useWords()
  // All names need the room.
  const isResult = view.stage.kind === 'item' && view.stage.vote?.state === 'closed'
  return (
    <div className={lostSince === null ? 'ec-hall-picture' : 'ec-hall-picture ec-hall-old'}>
      <header className="ec-hall-head">
        <div>
          {view.stage.kind !== 'before' && <p className="ec-hall-meeting">{view.title}</p>}
          {!isResult && <p className="ec-hall-quiet">{t('room.chair', { name: view.chair.name })}</p>}
        </div>
        <time className="ec-hall-clock">{formatHour(now)}</time>
      </header>
      <HallStage view={view} now={now} />
      {lostSince !== null && (
        <p className="ec-hall-lost" role="alert">
          {t('room.lost', { at: formatHour(lostSince), since: clockWords(now - lostSince) })}
        </p>
      )}
    </div>
  )
}
