import { useNavigate } from 'react-router'
import { statusOf } from '../../shared/domain/task-status.ts'
import { dayOf, formatDay, formatInstant } from '../../shared/lib/time.ts'
import type { TrailStep } from '../app/matter-trail.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { paths } from './paths.ts'
import { TaskStatusSign, taskTitle } from './task-status-sign.tsx'
import { useDirectory } from './use-directory.ts'

/** A task in the trail of its matter: where it stands, and the last that its agency said of it. */
export function TaskStepLine({ step }: { step: TrailStep & { kind: 'task' } }) {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const navigate = useNavigate()
  const { task, content, report } = step
  const { isMember, roles } = app.me().subject
  const isOffice = !isMember && (roles.includes('secretary') || roles.includes('head-of-office'))
  const title = taskTitle(t, { task, content })
  const status = statusOf(task, dayOf(app.now()), 'current')
  return (
    <li className="ec-trail-step" aria-current={step.isHere ? 'step' : undefined}>
      <span className="ec-trail-day ec-figures">{formatInstant(step.at)}</span>
      <div className="ec-trail-words">
        <span className="ec-quiet">{t('trail.task.over', { agency: agencyOf(step.leadAgency) })}</span>
        {step.isHere ? (
          <strong>{title}</strong>
        ) : (
          <button
            type="button"
            className="ec-plain-button ec-trail-link"
            onClick={() => void navigate(isOffice ? paths.deskTask(step.id) : paths.task(step.id))}
          >
            {title}
          </button>
        )}
        <span className="ec-trail-signs">
          {step.isHere && <StatusSign bare tone="quiet" sign="eye" word={t('trail.here')} />}
          <TaskStatusSign bare view={{ task, status }} />
          {task.deadline !== null && <span>{t('tasks.due.label', { day: formatDay(task.deadline) })}</span>}
        </span>
        {report && (
          <span className="ec-quiet">
            {t(report.product ? 'trail.task.done' : 'trail.task.report', {
              percent: report.percent,
              when: formatInstant(report.at),
            })}
          </span>
        )}
      </div>
    </li>
  )
}
