import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ballotOf } from '../../../shared/domain/dossier.ts'
import type { BallotId, PersonId } from '../../../shared/domain/id.ts'
import { foldText } from '../../../shared/lib/text.ts'
import { dayOf } from '../../../shared/lib/time.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import type { NotedDocument } from './use-marks.ts'

type ShareSheetProps = { document: NotedDocument; onClose: () => void }

/** A2: with whom the shared layer on this document is shared; an empty choice takes it back. */
export function ShareSheet(props: ShareSheetProps) {
  const ballot = ballotOf(props.document.dossier)
  return ballot && <Inside ballot={ballot} {...props} />
}

function Inside({ ballot, document, onClose }: ShareSheetProps & { ballot: BallotId }) {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const people = app.annotations.colleagues(ballot).toSorted(byRank(dayOf(app.now())))
  const readers = app.annotations.readers(ballot, document.document)
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(() => new Set(readers))
  const isNothing = chosen.size === 0 && readers.length === 0
  const [sought, setSought] = useState('')
  const [isBusy, setBusy] = useState(false)
  const needle = foldText(sought.trim())
  const listed = people.filter(({ name }) => foldText(name).includes(needle))
  const toggle = (person: PersonId) => {
    const next = new Set(chosen)
    if (!next.delete(person)) next.add(person)
    setChosen(next)
  }
  const share = async () => {
    setBusy(true)
    const done = await app.annotations.share(ballot, document.document, [...chosen])
    setBusy(false)
    toast.say(done.ok ? 'good' : 'urgent', t(done.ok ? 'notes.share.saved' : 'notes.share.failed'))
    if (done.ok) onClose()
  }
  return (
    <ConfirmSheet
      opened
      title={t('notes.share.title')}
      confirm={
        isNothing
          ? t('notes.share.choose')
          : chosen.size === 0
            ? t('notes.share.takeBack')
            : t('notes.share.confirm', { count: chosen.size })
      }
      busy={isBusy}
      disabled={isNothing}
      onConfirm={() => void share()}
      onClose={onClose}
    >
      <p>{t('notes.share.text')}</p>
      {people.length === 0 ? (
        <p className="ec-quiet">{t('notes.share.none')}</p>
      ) : (
        <>
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
