import './task-due.css'
import './register.css'
import { useNavigate } from 'react-router'
import type { TaskView } from '../app/task-view.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { useApp } from './app-context.tsx'
import { paths } from './paths.ts'
import { TaskStatusSign, taskTitle } from './task-status-sign.tsx'

/** Tasks by what they say and how they stand, each opened where whoever is here keeps them. */
export function TaskLinks({ views }: { views: readonly TaskView[] }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { roles } = app.me().subject
  const isOffice = roles.includes('secretary') || roles.includes('head-of-office')
  return views.map((view) => (
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
  ))
}
