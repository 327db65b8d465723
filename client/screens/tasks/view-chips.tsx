import { type TaskViewName, taskViewNames } from '../../../shared/protocol/task-query.ts'
import { useWords } from '../../ui/i18n.ts'
import { FilterChips } from '../filter-chips.tsx'
import type { SetTaskFilter } from './use-task-filter.ts'

/** The list, and what it comes to by agency, paper, assigner and time (T7). */
export function ViewChips({ view, set }: { view: TaskViewName; set: SetTaskFilter }) {
  const { t } = useWords()
  return (
    <FilterChips
      label={t('taskViews.label')}
      chosen={view}
      onChoose={(next) => set({ view: next === 'list' ? null : next, task: null })}
      chips={taskViewNames.map((id) => ({ id, word: t(`taskViews.view.${id}`) }))}
    />
  )
}
