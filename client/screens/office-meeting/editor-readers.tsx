import { MultiSelect, SegmentedControl } from '@mantine/core'
import { memo } from 'react'
import { PersonId } from '../../../shared/domain/id.ts'
import { membersOn } from '../../../shared/domain/people.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import { useDirectory } from '../use-directory.ts'

type EditorReadersProps = {
  readers: readonly PersonId[] | null
  error: string | undefined
  onChange: (readers: PersonId[] | null) => void
}

/** Every member, or those who need to know (D2). */
export const EditorReaders = memo(function EditorReaders({ readers, error, onChange }: EditorReadersProps) {
  const app = useApp()
  const { t } = useWords()
  const { people, postOf } = useDirectory()
  const today = app.today()
  const members = membersOn(people, today).sort(byRank(today))
  return (
    <fieldset className="ec-editor-deadline">
      <legend>{t('agenda.item.readers')}</legend>
      <div>
        <SegmentedControl
          aria-label={t('agenda.item.readers')}
          size="md"
          data={[
            { value: 'all', label: t('agenda.item.readersAll') },
            { value: 'named', label: t('agenda.item.readersNamed') },
          ]}
          value={readers === null ? 'all' : 'named'}
          onChange={(next) => onChange(next === 'all' ? null : [])}
        />
      </div>
      {readers !== null && (
        <MultiSelect
          aria-label={t('agenda.item.chooseReaders')}
          description={t('agenda.item.readersNamedHint')}
          placeholder={readers.length === 0 ? t('agenda.item.chooseReaders') : ''}
          searchable
          filter={foldedFilter}
          maxValues={60}
          data={members.map((person) => {
            const post = postOf(person)
            return { value: person.id, label: post === '' ? person.name : `${person.name}, ${post}` }
          })}
          value={[...readers]}
          error={error}
          onChange={(next) => onChange(next.map((id) => PersonId.parse(id)))}
        />
      )}
    </fieldset>
  )
})
