import { Select } from '@mantine/core'
import { SourceKind } from '../../../shared/domain/task.ts'
import type { TaskFilter } from '../../../shared/domain/task-select.ts'
import { FindField } from '../../ui/find-field.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { ChosenChips } from './chosen-chips.tsx'
import type { SetTaskFilter } from './use-task-filter.ts'

/** By agency, source and assigner, by which deadline, and by words (T4, T7). */
export function RegisterFields(props: {
  filter: TaskFilter
  set: SetTaskFilter
  setText: (text: string) => void
}) {
  const { filter, set, setText } = props
  const app = useApp()
  const { t } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const lines = app.tasks.list().map(({ line }) => line)
  const agencies = new Set(lines.flatMap(({ lead, supporting }) => [lead, ...supporting]))
  const assigners = new Set(lines.map(({ assigner }) => assigner))
  const searched = { clearable: true, searchable: true, filter: foldedFilter } as const
  return (
    <>
      <Select
        {...searched}
        className="ec-task-field"
        aria-label={t('tasks.register.lead')}
        placeholder={t('tasks.register.anyAgency')}
        data={[...agencies].map((value) => ({ value, label: agencyOf(value) }))}
        value={filter.agency}
        onChange={(agency) => set({ agency })}
      />
      <Select
        {...searched}
        className="ec-task-field"
        aria-label={t('tasks.register.source')}
        placeholder={t('tasks.register.anySource')}
        data={SourceKind.options.map((value) => ({ value, label: t(`tasks.source.${value}`) }))}
        value={filter.source}
        onChange={(source) => set({ source })}
      />
      <Select
        {...searched}
        className="ec-task-field"
        aria-label={t('tasks.register.assigner')}
        placeholder={t('tasks.register.anyAssigner')}
        data={[...assigners].map((value) => ({ value, label: nameOf(value) }))}
        value={filter.assigner}
        onChange={(assigner) => set({ assigner })}
      />
      <Select
        className="ec-task-field"
        aria-label={t('taskViews.basis.label')}
        allowDeselect={false}
        data={(['current', 'original'] as const).map((value) => ({
          value,
          label: t(`taskViews.basis.${value}`),
        }))}
        value={filter.basis}
        onChange={(basis) => set({ basis: basis === 'original' ? basis : null })}
      />
      <FindField label={t('tasks.register.find')} value={filter.text} onFind={setText} />
      <ChosenChips filter={filter} set={set} setText={setText} names={false} />
    </>
  )
}
