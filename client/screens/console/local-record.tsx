import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RecordedKind } from '../../../shared/domain/item-session.ts'
import type { SessionItem } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { hourWords } from '../hour-words.ts'

/** While the server is away the chair writes down what happens: signed, kept on this tablet, and sent afterwards (M8). */
export function LocalRecord({
  view,
  item: { item, no, isCurrent, votes },
}: {
  view: SessionView
  item: SessionItem
}) {
  const app = useApp()
  const { t } = useWords()
  const { say } = useToast()
  const [note, setNote] = useState('')
  const waiting = app.copy.outbox().filter(({ act }) => act.kind === 'record-session').length
  const status = app.status()
  const since = 'since' in status ? status.since : null
  if (!view.isChair || view.meeting.phase.state !== 'in-session') return null
  const record = async (what: RecordedKind) => {
    // The Office's hour, as at this tap: by it is known who chaired.
    const from = app.sessions.get(item.meeting)?.now ?? view.now
    const done = await app.conduct.record(
      { meeting: item.meeting, item: item.id },
      { what, person: null, from, to: null, note },
    )
    if (!done.ok) return say('urgent', t('meeting.word.notStored'))
    setNote('')
    return say('waiting', t('session.console.local.saved'))
  }
  return (
    <Notice tone="waiting" sign="offline" title={t('session.console.local.title')}>
      <p>
        {since !== null && `${t('session.console.local.since', { when: hourWords(t, since, view.now) })} `}
        {t('session.console.local.text')}
        {votes.some(({ isUnderWay }) => isUnderWay) && ` ${t('session.console.local.voteOpen')}`}
      </p>
      <div className="ec-console-record">
        <TextInput
          aria-label={t('session.console.local.noteText')}
          placeholder={t('session.console.local.noteText')}
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {!isCurrent && (
          <Button variant="default" onClick={() => void record('item-started')}>
            {t('session.console.local.start')} {t('session.console.item', { no })}
          </Button>
        )}
        <Button variant="default" onClick={() => void record('item-finished')}>
          {t('session.console.local.finish')} {t('session.console.item', { no })}
        </Button>
        <Button variant="default" disabled={note.trim() === ''} onClick={() => void record('note')}>
          {t('session.console.local.note')}
        </Button>
      </div>
      {waiting > 0 && <p>{t('session.console.local.waiting', { count: waiting })}</p>}
    </Notice>
  )
}
