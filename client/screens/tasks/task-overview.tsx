import '../register.css'
import './tasks.css'
import './task-overview.css'
import type { ReactNode } from 'react'
import { statusBy } from '../../../shared/domain/task-line.ts'
import { isShown, partsOf, selectFields, taskShows } from '../../../shared/domain/task-select.ts'
import { countStatuses } from '../../../shared/domain/task-status.ts'
import type { TaskViewName } from '../../../shared/protocol/task-query.ts'
import { useWords } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { figuresLine } from './figures-line.ts'
import { RegisterFields } from './register-fields.tsx'
import { shownChips } from './shown-chips.ts'
import { TaskGroups } from './task-groups.tsx'
import type { ChosenTasks } from './use-task-filter.ts'
import { ViewChips } from './view-chips.tsx'

/** Drafts and what is cancelled are in no figure (T2). */
const countedShows = taskShows.filter((one) => one !== 'draft' && one !== 'cancelled')

/** The tasks of whoever looks, counted: of all for the Office and the Prime Minister, of one's own for others (T7). */
export function TaskOverview({
  view,
  chosen,
  title,
  actions,
}: {
  view: Exclude<TaskViewName, 'list'>
  chosen: ChosenTasks
  title: string
  actions?: ReactNode
}) {
  const app = useApp()
  useAppVersion()
  const { t, language } = useWords()
  const { subject } = app.me()
  const parts = partsOf(subject)
  const part = parts.find((one) => one === chosen.filter.part) ?? parts[0] ?? 'assigned'
  const filter = { ...chosen.filter, part }
  // The paper that is chosen here is one of those that are shown.
  const kept = view === 'source' ? { ...filter, paper: null } : filter
  const inFields = selectFields(app.tasks.list(), kept, subject)
  const listed = inFields.filter((one) => isShown(one, filter.show, filter.basis))
  const figures = countStatuses(listed.map((one) => statusBy(one, filter.basis)))
  return (
    <Page width="wide">
      <PageTitle title={title} under={figuresLine(t, language, figures)} actions={actions} />
      <div className="ec-stack">
        <ViewChips view={view} set={chosen.set} />
        {parts.length > 1 && (
          <FilterChips
            label={t('tasks.part.label')}
            chosen={part}
            onChoose={(next) => chosen.set({ part: next })}
            chips={parts.map((one) => ({ id: one, word: t(`tasks.part.${one}`) }))}
          />
        )}
        <FilterChips
          label={t('tasks.show.label')}
          chosen={filter.show}
          onChoose={(next) => chosen.set({ show: next === 'all' ? null : next })}
          chips={shownChips(countedShows, filter, inFields, t)}
        />
        <div className="ec-table-filters ec-no-print">
          <RegisterFields {...chosen} filter={kept} />
        </div>
        <ExportButtons list={{ view, filter: kept, sort: null }} />
        <TaskGroups view={view} listed={listed} filter={filter} set={chosen.set} />
      </div>
    </Page>
  )
}
