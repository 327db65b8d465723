import '../register.css'
import './tasks.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { TaskId } from '../../../shared/domain/id.ts'
import { statusBy } from '../../../shared/domain/task-line.ts'
import { isShown, selectFields, taskShows } from '../../../shared/domain/task-select.ts'
import { countStatuses } from '../../../shared/domain/task-status.ts'
import type { TaskView } from '../../app/task-view.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { TaskDue } from '../task-due.tsx'
import { TaskForm } from '../task-form.tsx'
import { TaskStatusSign, taskTitle } from '../task-status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { RegisterFields } from './register-fields.tsx'
import { shownChips } from './shown-chips.ts'
import { sourceWords } from './source-words.ts'
import { TaskPane } from './task-pane.tsx'
import { UrgingButton } from './urging-button.tsx'
import { useShownCount } from './use-shown-count.tsx'
import { useTaskFilter } from './use-task-filter.ts'

/** The Office's register: a table, its filters in the address, a row opened at the side with its trail. */
export function TaskRegister() {
  const app = useApp()
  useAppVersion()
  const { t, language } = useWords()
  const { agencyOf } = useDirectory()
  const { filter, openId, set, setText } = useTaskFilter()
  const { count: most, more, reset } = useShownCount()
  const [isMaking, setMaking] = useState(false)

  const all = app.tasks.list()
  const inFields = selectFields(all, filter, app.me().subject)
  const rows = inFields.filter((view) => isShown(view, filter.show, filter.basis))
  const figures = countStatuses(rows.map((view) => statusBy(view, filter.basis)))
  const id = TaskId.safeParse(openId)
  const open = id.success ? app.tasks.get(id.data) : null
  const percent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 2 })
  const go = (change: Parameters<typeof set>[0]) => {
    reset()
    set(change)
  }

  const columns: Column<TaskView>[] = [
    {
      id: 'task',
      head: t('tasks.register.task'),
      sortBy: (view) => taskTitle(t, view),
      cell: (view) => <span className="ec-task-lines">{taskTitle(t, view)}</span>,
    },
    {
      id: 'lead',
      head: t('tasks.register.lead'),
      width: '16%',
      sortBy: ({ task }) => agencyOf(task.leadAgency),
      cell: ({ task }) => agencyOf(task.leadAgency),
    },
    ...(open
      ? []
      : [
          {
            id: 'source',
            head: t('tasks.register.source'),
            width: '18%',
            sortBy: ({ task }: TaskView) => task.source.number,
            cell: ({ task }: TaskView) => sourceWords(t, task.source),
          },
        ]),
    {
      id: 'deadline',
      head: t('tasks.register.deadline'),
      width: '16%',
      sortBy: ({ task }) => task.deadline ?? '9999',
      cell: (view) => <TaskDue bare view={view} />,
    },
    {
      id: 'status',
      head: t('tasks.register.status'),
      width: '18%',
      sortBy: (view) => view.status ?? view.task.phase.state,
      cell: (view) => (
        <span className="ec-task-pair">
          <TaskStatusSign bare view={view} />
          {view.status !== null && (
            <span className="ec-quiet">{t(`tasks.state.${view.task.phase.state}`)}</span>
          )}
        </span>
      ),
    },
  ]
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle
          title={t('tasks.register.title')}
          under={
            figures.doneRate === null
              ? t('tasks.register.noRate')
              : t('tasks.register.figures', { ...figures, rate: percent.format(figures.doneRate) })
          }
          actions={
            <>
              <UrgingButton />
              <Button leftSection={<Icon name="plus" size={20} />} onClick={() => setMaking(true)}>
                {t('tasks.register.new')}
              </Button>
            </>
          }
        />
        <div className="ec-task-register" data-open={open ? true : undefined}>
          <DataTable
            label={t('tasks.register.label')}
            rows={rows.slice(0, most)}
            rowId={({ task }) => task.id}
            openId={open?.task.id ?? null}
            onOpen={({ task }) => set({ task: task.id })}
            columns={columns}
            empty={
              <EmptyState
                sign={all.length === 0 ? 'mission' : 'search'}
                title={t(all.length === 0 ? 'tasks.none' : 'tasks.nothingFound')}
              />
            }
            filters={
              <>
                <FilterChips
                  label={t('tasks.show.label')}
                  chosen={filter.show}
                  onChoose={(next) => go({ show: next === 'all' ? null : next })}
                  chips={shownChips(taskShows, filter, inFields, t)}
                />
                {!open && <RegisterFields filter={filter} set={go} setText={setText} />}
                {more(rows.length)}
              </>
            }
          />
          {open && (
            <aside className="ec-task-side" aria-label={taskTitle(t, open)}>
              <button
                type="button"
                className="ec-plain-button ec-square ec-task-close ec-no-print"
                aria-label={t('tasks.register.close')}
                onClick={() => set({ task: null })}
              >
                <Icon name="close" />
              </button>
              <TaskPane key={open.task.id} detail={open} />
            </aside>
          )}
        </div>
      </div>
      {isMaking && <TaskForm view={null} onClose={() => setMaking(false)} />}
    </Page>
  )
}
