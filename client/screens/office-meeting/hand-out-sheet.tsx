import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { subjectOn } from '../../../shared/domain/access.ts'
import type { AgendaItem } from '../../../shared/domain/agenda-item.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import type { Meeting } from '../../../shared/domain/meeting.ts'
import { factsOfItem, factsOfMeeting, readsItem } from '../../../shared/domain/meeting-access.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { copiesOfPaper, type SecretPaper } from '../../app/handed-paper.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'

type HandOutSheetProps = { meeting: Meeting; item: AgendaItem; paper: SecretPaper; onClose: () => void }

/** Into whose hands, and which copy: only of who reads the item, and a copy that is not in another hand (D3). */
export function HandOutSheet({ meeting, item, paper, onClose }: HandOutSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { people, nameOf } = useDirectory()
  const [person, setPerson] = useState<PersonId | null>(null)
  const [typed, setTyped] = useState('')
  const facts = [factsOfMeeting(meeting), factsOfItem(item)] as const
  const readers = people.filter((one) => readsItem(subjectOn(one, null, app.now()), ...facts).allow)
  const of = { meeting: meeting.id, item: item.id, paper: paper.id }
  const copy = cleanText(typed).trim()
  const holder = copiesOfPaper(of, app.copy).find((one) => one.copy === copy && !one.returned)
  return (
    <AuthoritySheet
      title={t('agenda.handed.handOutTitle', { number: paper.number })}
      confirm={t('agenda.handed.handOutConfirm')}
      done={t('agenda.handed.handOutDone')}
      disabled={person === null || copy === '' || holder !== undefined}
      perform={() => app.officeMeetings.handOutPaper({ ...of, person: person ?? app.identity.person, copy })}
      onClose={onClose}
    >
      <p>{t('agenda.handed.handOutText')}</p>
      <Select
        label={t('agenda.handed.who')}
        required
        searchable
        filter={foldedFilter}
        nothingFoundMessage={t('agenda.handed.nobody')}
        data={readers.map(({ id, name }) => ({ value: id, label: name }))}
        value={person}
        onChange={(next) => setPerson(next === null ? null : PersonId.parse(next))}
      />
      <TextInput
        label={t('agenda.handed.copy')}
        description={t('agenda.handed.copyHint')}
        required
        maxLength={50}
        autoComplete="off"
        value={typed}
        error={holder && t('agenda.handed.copyIsOut', { copy, name: nameOf(holder.person) })}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </AuthoritySheet>
  )
}
