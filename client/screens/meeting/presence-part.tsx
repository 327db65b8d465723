import { Button } from '@mantine/core'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { hourWords } from '../hour-words.ts'
import { useQueued } from '../use-say.ts'

/** Whether one is at the meeting, in the room or from afar; both count alike (M6). */
export function PresencePart({ view }: { view: SessionView }) {
  const app = useApp()
  const { t } = useWords()
  const queued = useQueued()
  const { mine, meeting } = view
  const isHere = mine !== null && mine.state !== 'left'
  return (
    <span className="ec-session-presence">
      {mine && (
        <StatusSign
          bare
          tone={mine.at === null ? 'waiting' : isHere ? 'good' : 'quiet'}
          {...(mine.at === null && { sign: 'device' })}
          word={
            mine.at === null
              ? t(`session.presence.saved.${mine.state}`)
              : mine.state === 'left'
                ? t('session.presence.left', { when: hourWords(t, mine.at, view.now) })
                : t(`session.presence.here.${mine.state}`, { when: hourWords(t, mine.at, view.now) })
          }
        />
      )}
      {isHere ? (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void queued(() => app.sessions.leave(meeting.id), null)}
        >
          {t('session.presence.leave')}
        </Button>
      ) : (
        (['in-room', 'remote'] as const).map((how) => (
          <Button
            key={how}
            variant="default"
            onClick={() => void queued(() => app.sessions.join(meeting.id, how), null)}
          >
            {t(`session.presence.${how}`)}
          </Button>
        ))
      )}
    </span>
  )
}
