import { Button } from '@mantine/core'
import type { SpeechKind } from '../../../shared/domain/item-session.ts'
import type { SessionItem } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { useQueued } from '../use-say.ts'

/** Asking for the floor, and what became of it (M5). */
export function FloorPart({ view, item }: { view: SessionView; item: SessionItem }) {
  const app = useApp()
  const { t } = useWords()
  const queued = useQueued()
  const { myRequest, mySpeech, waiting } = item
  const of = { meeting: view.meeting.id, item: item.item.id }
  const ask = (what: SpeechKind) =>
    queued(() => app.sessions.requestToSpeak(of, what), {
      saved: t('session.speech.savedToast'),
      recorded: t('session.speech.recordedToast'),
    })
  if (myRequest?.state === 'speaking') {
    return (
      <StatusSign
        tone="urgent"
        sign="opinion"
        word={t('session.speech.speaking', { minutes: myRequest.minutes ?? 0 })}
      />
    )
  }
  if (myRequest) {
    const place = waiting.findIndex(({ act }) => act === myRequest.act) + 1
    return (
      <span className="ec-session-floor">
        <StatusSign tone="good" word={t('session.speech.waiting', { place })} />
        <Button
          variant="default"
          onClick={() => void queued(() => app.sessions.withdrawRequest(of, myRequest.act), null)}
        >
          {t('session.speech.withdraw')}
        </Button>
      </span>
    )
  }
  if (mySpeech.kind === 'saved') {
    return <StatusSign tone="waiting" sign="device" word={t('session.speech.saved')} />
  }
  return (
    <span className="ec-session-floor">
      {mySpeech.kind === 'refused' && <StatusSign tone="urgent" word={t('session.speech.refused')} />}
      <Button
        variant="default"
        leftSection={<Icon name="opinion" size={20} />}
        onClick={() => void ask('speak')}
      >
        {t('session.speech.ask')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => void ask('order')}>
        {t('session.speech.order')}
      </Button>
    </span>
  )
}
