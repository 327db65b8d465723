import { Select } from '@mantine/core'
import { useState } from 'react'
import { PersonId } from '../../../shared/domain/id.ts'
import type { SessionItem } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'

type CallSheetProps = { view: SessionView; item: SessionItem; minutes: number; onClose: () => void }

/** Gives the floor to somebody who has not asked for it: who presents, a guest, a member without a tablet. */
export function CallSheet({ view, item: { item, no }, minutes, onClose }: CallSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [chosen, setChosen] = useState<string | null>(null)
  const person = PersonId.safeParse(chosen)
  const admitted = new Set(item.admissions.map((one) => one.person))
  const able = view.people.filter((line) => line.isMember || admitted.has(line.person.id))
  return (
    <AuthoritySheet
      title={t('session.console.callOther')}
      confirm={t('session.console.call')}
      done={t('session.console.callDone', { name: person.success ? nameOf(person.data) : '' })}
      disabled={!person.success}
      perform={() =>
        app.conduct.callSpeaker(
          { meeting: item.meeting, item: item.id },
          { request: null, person: person.success ? person.data : view.meeting.chair, minutes },
        )
      }
      onClose={onClose}
    >
      <p>
        {t('session.console.item', { no })}. {t('session.console.planned', { count: minutes })}
      </p>
      <Select
        label={t('session.console.callWho')}
        data={able.map((line) => ({ value: line.person.id, label: line.person.name }))}
        searchable
        filter={foldedFilter}
        value={chosen}
        onChange={setChosen}
      />
    </AuthoritySheet>
  )
}
