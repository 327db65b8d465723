import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Stance } from '../../../shared/domain/position.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { type NoteDraft, noteDraftName, parseNoteDraft } from '../../app/sheet-draft.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { NotKept } from '../not-kept.tsx'
import { useDirectory } from '../use-directory.ts'
import { useKeptForm } from '../use-kept-form.ts'
import { useSay } from '../use-say.ts'
import { WordSentence, WordSign } from '../word-sign.tsx'

/** UTF-16 units: a note is for a glance before the session, not a paper. */
const longestNote = 2000

const signs: Record<Stance, IconName> = {
  'no-objection': 'check',
  objection: 'close',
  'wishes-to-speak': 'opinion',
}

const noNote: NoteDraft = { note: null }

type PositionPaneProps = {
  meeting: MeetingView['meeting']
  view: ItemView
  /** In a list of items the note is folded away until there is one. */
  isShort?: boolean
}

/** Where one stands on an item before the session (M4): one touch signs it; then what the Office has of it (O1). */
export function PositionPane({ meeting, view, isShort = false }: PositionPaneProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const say = useSay()
  const { item, no, position, speaksFor, isOver } = view
  const said = 'said' in position ? position.said : null
  const draft = useKeptForm(noteDraftName(meeting.id, item.id), noNote, parseNoteDraft)
  // In a list the note does not stand before its author, and is not sent along unseen.
  const note = isShort ? null : draft.form.note
  const [fails, setFails] = useState(false)
  if (speaksFor === null) return null
  const isMine = speaksFor === app.identity.person
  const isAsked = meeting.phase.state === 'invited' && item.withdrawn === null && !isOver
  const written = note ?? said?.note ?? ''
  const isTooLong = written.length > longestNote

  const take = async (stance: Stance) => {
    if (isTooLong) return
    const done = await app.meetings.takePosition({
      meeting: meeting.id,
      item: item.id,
      stance,
      note: written,
    })
    setFails(!done.ok)
    if (!done.ok) return
    if (!isShort) draft.forget()
    const word = t(`meeting.position.${stance}`)
    say(done.value, {
      saved: t('meeting.position.toast', { no, word }),
      recorded: t('meeting.position.recorded', { no, word }),
    })
  }
  if (!isAsked && said === null) return null
  const title = isMine
    ? t('meeting.position.title')
    : t('meeting.position.titleFor', { member: nameOf(speaksFor) })
  return (
    <section className="ec-position" aria-label={`${t('meeting.item', { no })}: ${title}`}>
      {!isShort && <h2>{title}</h2>}
      {isShort && !isMine && <p className="ec-quiet">{title}</p>}
      {isAsked && (
        <div className="ec-stances">
          {Stance.options.map((stance) => (
            <button
              key={stance}
              type="button"
              className="ec-plain-button ec-stance"
              aria-pressed={said?.stance === stance}
              onClick={() => void take(stance)}
            >
              <Icon name={signs[stance]} size={22} />
              {t(`meeting.position.${stance}`)}
            </button>
          ))}
        </div>
      )}
      {!isAsked && said && <p className="ec-position-said">{t(`meeting.position.${said.stance}`)}</p>}
      <div className="ec-position-stands" role="status">
        {position.kind === 'none' ? (
          !isShort && <p className="ec-quiet">{t('meeting.position.hint')}</p>
        ) : (
          <>
            <WordSign word={position} />
            <span className="ec-quiet">
              <WordSentence word={position} />
            </span>
          </>
        )}
      </div>
      {isMine && said && said.by !== speaksFor && (
        <p className="ec-quiet">{t('meeting.position.by', { who: nameOf(said.by) })}</p>
      )}
      {said && said.contentHash !== item.contentHash && (
        <Notice tone="waiting" title={t('meeting.position.former')} />
      )}
      {fails && (
        <div role="alert">
          <Notice tone="urgent" title={t('meeting.word.notStored')}>
            {t('meeting.word.notStoredText')}
          </Notice>
        </div>
      )}
      {isShort && said?.note && (
        <p className="ec-position-note">{t('meeting.position.noteSaid', { note: said.note })}</p>
      )}
      {!isShort && isAsked && (
        <div className="ec-position-write">
          <NotKept isKept={draft.isKept} />
          <Textarea
            label={t('meeting.position.note')}
            autosize
            minRows={2}
            maxRows={8}
            autoComplete="off"
            value={written}
            error={isTooLong ? t('meeting.position.noteTooLong', { count: longestNote }) : undefined}
            onChange={(event) => {
              const { value } = event.currentTarget
              draft.change({ note: value === (said?.note ?? '') ? null : value })
            }}
          />
          {said && note !== null && note !== (said.note ?? '') && (
            <Button variant="default" disabled={isTooLong} onClick={() => void take(said.stance)}>
              {t('meeting.position.noteSend')}
            </Button>
          )}
        </div>
      )}
      {!isShort && !isAsked && said?.note && (
        <p className="ec-position-note">{t('meeting.position.noteSaid', { note: said.note })}</p>
      )}
    </section>
  )
}
