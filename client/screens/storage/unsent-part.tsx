import { useSyncExternalStore } from 'react'
import { isDeskAct, isTaskAct } from '../../../shared/domain/task-question.ts'
import { formatInstant } from '../../../shared/lib/time.ts'
import type { Application } from '../../app/application.ts'
import type { OutboxItem } from '../../app/ports.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { rejectionWord } from '../rejection-word.ts'

/** Every signed act that has no receipt yet, with its state; those of an earlier enrolment here as a number; and notes. */
export function UnsentPart({ application }: { application: Application }) {
  const app = useApp()
  const { t } = useWords()
  const left = useSyncExternalStore(application.subscribe, application.leftBehind)
  const noted = useSyncExternalStore(app.annotations.subscribe, app.annotations.unsent).documents
  const items = app.copy.outbox()
  return (
    <section className="ec-storage-part">
      <h2>{t('storage.unsent')}</h2>
      {left > 0 && (
        <p>
          <StatusSign bare tone="waiting" word={t('entry.sending.left', { count: left })} />
        </p>
      )}
      {noted > 0 && (
        <p>
          <StatusSign bare tone="waiting" word={t('storage.unsentNotes', { count: noted })} />
        </p>
      )}
      {items.length + left + noted === 0 && (
        <p>
          <StatusSign bare tone="good" word={t('storage.unsentNone')} />
        </p>
      )}
      <ul className="ec-storage-list">
        {items.map((item) => (
          <UnsentLine key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function UnsentLine({ item }: { item: OutboxItem }) {
  const app = useApp()
  const { t } = useWords()
  const { act, storedAt, rejected } = item
  const ballot = 'ballot' in act.body ? app.copy.reader.get('ballot', `ballot/${act.body.ballot}`) : undefined
  const number = ballot?.number ?? ''
  const word =
    act.kind === 'answer-ballot' ||
    act.kind === 'mark-delivered' ||
    act.kind === 'mark-opened' ||
    act.kind === 'mark-documents-opened' ||
    act.kind === 'share-layer' ||
    act.kind === 'reply-to-invitation' ||
    act.kind === 'take-position' ||
    act.kind === 'mark-item-delivered' ||
    act.kind === 'mark-item-opened' ||
    act.kind === 'share-item-layer'
      ? t(`storage.act.${act.kind}`, { number })
      : isTaskAct(act) && isDeskAct(act)
        ? t(`tasks.act.${act.kind}`)
        : t('storage.act.other')
  return (
    <li>
      <span>
        <span className="ec-storage-what">{word}</span>
        <span className="ec-quiet">{t('storage.savedAt', { when: formatInstant(storedAt) })}</span>
      </span>
      {rejected === null ? (
        <StatusSign bare tone="waiting" word={t('storage.waiting')} />
      ) : (
        <StatusSign bare tone="urgent" word={t('storage.rejected', { why: rejectionWord(t, rejected) })} />
      )}
    </li>
  )
}
