import type { TaskView } from '../../app/task-view.ts'
import type { Column } from '../../ui/data-table.tsx'
import { useWords } from '../../ui/i18n.ts'
import { TaskDue } from '../task-due.tsx'
import { TaskStatusSign, taskTitle } from '../task-status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { sourceWords } from './source-words.ts'

/** Where the order is kept in the address, a head only says that it can be ordered by. */
const sortable = { sortBy: () => 0 } as const

/** Columns of the register; beside an open row there is room for three, and the agency stands below the task. */
export function useRegisterColumns(isOpen: boolean): Column<TaskView>[] {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  return [
    {
      ...sortable,
      id: 'task',
      head: t('tasks.register.task'),
      cell: (view) => (
        <>
          <span className="ec-task-lines">{taskTitle(t, view)}</span>
          {isOpen && <span className="ec-quiet">{agencyOf(view.line.lead)}</span>}
        </>
      ),
    },
    ...(isOpen
      ? []
      : [
          {
            ...sortable,
            id: 'lead',
            head: t('tasks.register.lead'),
            width: '16%',
            cell: ({ line }: TaskView) => agencyOf(line.lead),
          },
          {
            ...sortable,
            id: 'source',
            head: t('tasks.register.source'),
            width: '18%',
            cell: ({ task }: TaskView) => sourceWords(t, task.source),
          },
        ]),
    {
      ...sortable,
      id: 'deadline',
      head: t('tasks.register.deadline'),
      width: isOpen ? '30%' : '16%',
      cell: (view) => <TaskDue bare view={view} />,
    },
    {
      ...sortable,
      id: 'status',
      head: t('tasks.register.status'),
      width: isOpen ? '28%' : '18%',
      cell: (view) => (
        <span className="ec-task-pair">
          <TaskStatusSign bare view={view} />
          {view.status !== null && <span className="ec-quiet">{t(`tasks.state.${view.line.state}`)}</span>}
        </span>
      ),
    },
  ]
}
