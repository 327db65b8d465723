import '../register.css'
import './tasks.css'
import './task-overview.css'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { TaskId } from '../../../shared/domain/id.ts'
import { statusBy } from '../../../shared/domain/task-line.ts'
import { orderTasks, type TaskSort, taskSortKeys } from '../../../shared/domain/task-order.ts'
import { isShown, selectFields, taskShows } from '../../../shared/domain/task-select.ts'
import { countStatuses } from '../../../shared/domain/task-status.ts'
import { sortName } from '../../../shared/protocol/task-query.ts'
import { DataTable, type TableOrder } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { TaskForm } from '../task-form.tsx'
import { taskTitle } from '../task-status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { ExportButtons } from './export-buttons.tsx'
import { figuresLine } from './figures-line.ts'
import { RegisterFields } from './register-fields.tsx'
import { ShowChoice } from './show-choice.tsx'
import { shownChips } from './shown-chips.ts'
import { TaskOverview } from './task-overview.tsx'
import { TaskPane } from './task-pane.tsx'
import { UrgingButton } from './urging-button.tsx'
import { useRegisterColumns } from './use-register-columns.tsx'
import { useShownCount } from './use-shown-count.tsx'
import { type ChosenTasks, useTaskFilter } from './use-task-filter.ts'
import { ViewChips } from './view-chips.tsx'

/** The Office's register: a table, its filters in the address, a row opened at the side with its trail. */
export function TaskRegister() {
  useAppVersion()
  const { t } = useWords()
  const chosen = useTaskFilter()
  const [isMaking, setMaking] = useState(false)
  const navigate = useNavigate()
  const actions = (
    <>
      <UrgingButton />
      <Button
        variant="default"
        leftSection={<Icon name="upload" size={20} />}
        onClick={() => void navigate(paths.deskTaskImport)}
      >
        {t('taskImport.open')}
      </Button>
      <Button leftSection={<Icon name="plus" size={20} />} onClick={() => setMaking(true)}>
        {t('tasks.register.new')}
      </Button>
    </>
  )
  return (
    <>
      {chosen.view === 'list' ? (
        <RegisterList chosen={chosen} actions={actions} />
      ) : (
        <TaskOverview
          view={chosen.view}
          chosen={chosen}
          title={t('tasks.register.title')}
          actions={actions}
        />
      )}
      {isMaking && <TaskForm view={null} onClose={() => setMaking(false)} />}
    </>
  )
}

function RegisterList({ chosen, actions }: { chosen: ChosenTasks; actions: ReactNode }) {
  const app = useApp()
  const { t, language } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const { filter, sort, openId, set, setText } = chosen
  const { count: most, more, reset } = useShownCount()

  const all = app.tasks.list()
  const inFields = selectFields(all, filter, app.me().subject)
  const rows = orderTasks(
    inFields.filter((view) => isShown(view, filter.show, filter.basis)),
    sort,
    { names: { agency: agencyOf, person: nameOf }, basis: filter.basis },
  )
  const figures = countStatuses(rows.map((view) => statusBy(view, filter.basis)))
  const id = TaskId.safeParse(openId)
  const open = id.success ? app.tasks.get(id.data) : null
  const go = (change: Parameters<typeof set>[0]) => {
    reset()
    set(change)
  }
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle
          title={t('tasks.register.title')}
          under={figuresLine(t, language, figures)}
          actions={actions}
        />
        <div className="ec-task-register" data-open={open ? true : undefined}>
          <DataTable
            label={t('tasks.register.label')}
            rows={rows.slice(0, most)}
            rowId={({ task }) => task.id}
            openId={open?.task.id ?? null}
            onOpen={({ task }) => set({ task: task.id })}
            columns={useRegisterColumns(open !== null)}
            sort={{
              by: sort && { id: sort.by, descending: sort.descending },
              onSort: (next) => go({ sort: sortName(sortNamed(next)) }),
            }}
            foot={rows.length > most && <div className="ec-task-more">{more(rows.length)}</div>}
            empty={
              <EmptyState
                sign={all.length === 0 ? 'mission' : 'search'}
                title={t(all.length === 0 ? 'tasks.none' : 'tasks.nothingFound')}
              />
            }
            filters={
              <>
                {!open && <ViewChips view="list" set={go} />}
                <ShowChoice
                  isNarrow={open !== null}
                  chosen={filter.show}
                  onChoose={(next) => go({ show: next === 'all' ? null : next })}
                  chips={shownChips(taskShows, filter, inFields, t)}
                />
                {!open && <RegisterFields filter={filter} set={go} setText={setText} />}
                {!open && <ExportButtons list={{ view: 'list', filter, sort }} />}
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
    </Page>
  )
}

const sortNamed = ({ id, descending }: TableOrder): TaskSort => {
  const by = taskSortKeys.find((one) => one === id)
  return by ? { by, descending } : null
}
