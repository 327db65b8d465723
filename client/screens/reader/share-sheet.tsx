import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '../../../shared/domain/id.ts'
import { foldText } from '../../../shared/lib/text.ts'
import type { ShownAnnotation } from '../../app/annotation-handle.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import { NoteRow } from '../note-row.tsx'
import type { Marks } from './use-marks.ts'
import { namesOf, useSharing } from './use-sharing.ts'

type ShareSheetProps = {
  marks: Marks
  /** The private note that is to be shared; null: whatever lies in the shared layer. */
  note: ShownAnnotation | null
  onClose: () => void
}

/** A2: what is shared, and with whom, before it is; an empty choice takes the layer back. */
export function ShareSheet({ marks, note, onClose }: ShareSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { dossier } = marks.document
  const share = useSharing(marks)
  const people = app.annotations.colleagues(dossier).toSorted(byRank(app.today()))
  const readers = app.annotations.readers(dossier, marks.document.document)
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(() => new Set(readers))
  const isNothing = chosen.size === 0 && (note !== null || readers.length === 0)
  const [sought, setSought] = useState('')
  const [isBusy, setBusy] = useState(false)
  const needle = foldText(sought.trim())
  const listed = people.filter(({ name }) => foldText(name).includes(needle))
  const shared = marks.handle.list().filter(({ isMine, layer }) => isMine && layer === 'shared').length
  const toggle = (person: PersonId) => {
    const next = new Set(chosen)
    if (!next.delete(person)) next.add(person)
    setChosen(next)
  }
  const confirm = async () => {
    setBusy(true)
    const isDone = await share([...chosen], note)
    setBusy(false)
    if (!isDone) return
    marks.select(null)
    onClose()
  }
  const inOrder = people.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  return (
    <ConfirmSheet
      opened
      title={t(note ? 'notes.share.titleNote' : 'notes.share.title')}
      confirm={
        isNothing
          ? t('notes.share.choose')
          : chosen.size === 0
            ? t('notes.share.takeBack')
            : t('notes.share.confirm', { count: chosen.size })
      }
      busy={isBusy}
      disabled={isNothing}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {note && (
        <div className="ec-share-what">
          <NoteRow note={note} page={note.page} isChosen={false} onTap={null} />
        </div>
      )}
      <p>
        {t(note ? 'notes.share.textNote' : 'notes.share.text')}{' '}
        {shared > 0 && t(note ? 'notes.share.andOthers' : 'notes.share.holds', { count: shared })}
      </p>
      {people.length === 0 ? (
        <p className="ec-quiet">{t('notes.share.none')}</p>
      ) : (
        <>
          {chosen.size > 0 && (
            <p role="status" className="ec-share-with">
              {t('notes.share.with', { names: namesOf(app, inOrder) })}
            </p>
          )}
          <TextInput
            type="search"
            aria-label={t('notes.share.find')}
            placeholder={t('notes.share.find')}
            autoComplete="off"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <div className="ec-share-people">
            {listed.map(({ id, name }) => (
              <Checkbox key={id} label={name} checked={chosen.has(id)} onChange={() => toggle(id)} />
            ))}
          </div>
        </>
      )}
    </ConfirmSheet>
  )
}
