import { Button, Drawer, TextInput } from '@mantine/core'
import type { RoomStage } from '../../../shared/domain/room-view.ts'
import { roomScreenPath } from '../../../shared/protocol/room-screen.ts'
import type { RoomScreenState } from '../../app/room-screen-desk.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { hourWords } from '../hour-words.ts'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'
import { useDirectory } from '../use-directory.ts'

/** The link of the display in the hall: made, handed on, switched off; and what the hall sees. */
export function RoomScreenSheet({ view: { meeting }, onClose }: { view: SessionView; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const { nameOf } = useDirectory()
  const { run, isBusy } = useConduct()
  const state = app.roomScreens.get(meeting.id)
  const { link, token, mayOpen, stage } = state
  const make = () => void run(() => app.roomScreens.open(meeting.id), t('room.console.made'))
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t('room.title')}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      <div className="ec-room-sheet">
        <StatusSign
          tone={link ? 'good' : 'quiet'}
          word={link ? t('room.console.on') : t('room.console.off')}
        />
        <p>{mayOpen ? t('room.console.text') : t('room.console.over')}</p>
        {link && (
          <p className="ec-quiet">
            {t('room.console.madeBy', { when: hourWords(t, link.at, app.now()), name: nameOf(link.by) })}
          </p>
        )}
        {link && token !== null && <Link meeting={meeting.id} token={token} />}
        {link && token === null && <p>{t('room.console.elsewhere')}</p>}
        {mayOpen && (
          <div className="ec-room-sheet-acts">
            {!link && (
              <Button disabled={!canReach} loading={isBusy} onClick={make}>
                {t('room.console.make')}
              </Button>
            )}
            {link && (
              <>
                <Button
                  variant="default"
                  disabled={!canReach}
                  loading={isBusy}
                  onClick={() => void run(() => app.roomScreens.close(meeting.id), t('room.console.closed'))}
                >
                  {t('room.console.close')}
                </Button>
                <Button variant="subtle" disabled={!canReach} loading={isBusy} onClick={make}>
                  {t('room.console.again')}
                </Button>
              </>
            )}
          </div>
        )}
        {link && mayOpen && <p className="ec-quiet">{t('room.console.againText')}</p>}
        {mayOpen && <Seen stage={stage} />}
      </div>
    </Drawer>
  )
}

function Link({ meeting, token }: { meeting: string; token: string }) {
  const { t, language } = useWords()
  const { say } = useToast()
  const path = roomScreenPath({ meeting, token, language })
  const address = `${location.origin}${path}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      say('good', t('room.console.copied'))
    } catch {
      say('urgent', t('room.console.notCopied'))
    }
  }
  return (
    <>
      <TextInput
        label={t('room.console.link')}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="ec-room-sheet-acts">
        <Button onClick={() => void copy()}>{t('room.console.copy')}</Button>
        <Button variant="default" component="a" href={path} target="_blank" rel="noopener noreferrer">
          {t('room.console.openWindow')}
        </Button>
      </div>
    </>
  )
}

function Seen({ stage }: Pick<RoomScreenState, 'stage'>) {
  const { t } = useWords()
  return (
    <section className="ec-room-sheet-seen">
      <h3>{t('room.console.seen')}</h3>
      {stage ? <SeenStage stage={stage} /> : <p>{t('room.console.seenNothing')}</p>}
    </section>
  )
}

function SeenStage({ stage }: { stage: RoomStage }) {
  const { t } = useWords()
  if (stage.kind !== 'item') return <p>{t(`room.console.seenOf.${stage.kind}`)}</p>
  const { no, title, vote, speaker } = stage
  return (
    <>
      <p>{t('room.console.seenOf.item', { no, title })}</p>
      {vote && (
        <p>
          {vote.state === 'closed'
            ? t('room.console.seenVote.closed')
            : t(`room.console.seenVote.${vote.state}`, { cast: vote.cast, members: vote.members })}
        </p>
      )}
      {!vote && speaker && <p>{t('room.console.seenSpeaker', { name: speaker.who.name })}</p>}
    </>
  )
}
