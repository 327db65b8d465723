import './task-due.css'
import './register.css'
import { useNavigate } from 'react-router'
import type { AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { useApp, useAppVersion } from './app-context.tsx'
import { paths } from './paths.ts'
import { TaskStatusSign, taskTitle } from './task-status-sign.tsx'

/** The tasks that came of an item's conclusion, as far as whoever is here may know them (M9). */
export function ConclusionTasks({ meeting, item }: { meeting: MeetingId; item: AgendaItemId }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const { roles } = app.me().subject
  const isOffice = roles.includes('secretary') || roles.includes('head-of-office')
  const views = app.tasks
    .list()
    .filter(
      ({ origin }) =>
        origin !== null && 'item' in origin && origin.meeting === meeting && origin.item === item,
    )
  if (views.length === 0) return null
  return (
    <section className="ec-stack ec-no-print" aria-label={t('tasks.link.became')}>
      <strong>{t('tasks.link.became')}</strong>
      {views.map((view) => (
        <button
          key={view.task.id}
          type="button"
          className="ec-plain-button ec-task-became"
          onClick={() => void navigate(isOffice ? paths.deskTask(view.task.id) : paths.task(view.task.id))}
        >
          <Icon name="mission" size={20} />
          <span>{taskTitle(t, view)}</span>
          <TaskStatusSign bare view={view} />
        </button>
      ))}
    </section>
  )
}
