import { statusOf } from '../../shared/domain/task-status.ts'
import { formatDay, formatInstant } from '../../shared/lib/time.ts'
import type { TrailStep } from '../app/matter-trail.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'
import { paths } from './paths.ts'
import { TaskStatusSign, taskTitle } from './task-status-sign.tsx'
import { TrailFrame } from './trail-frame.tsx'
import { useDirectory } from './use-directory.ts'

/** A task in the trail of its matter: where it stands, and the last that its agency said of it. */
export function TaskStepLine({ step }: { step: TrailStep & { kind: 'task' } }) {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const { task, content, report } = step
  const { isMember, roles } = app.me().subject
  const isOffice = !isMember && (roles.includes('secretary') || roles.includes('head-of-office'))
  const status = statusOf(task, app.today(), 'current')
  return (
    <TrailFrame
      day={formatInstant(step.at)}
      over={t('trail.task.over', { agency: agencyOf(step.leadAgency) })}
      title={taskTitle(t, { task, content })}
      path={isOffice ? paths.deskTask(step.id) : paths.task(step.id)}
      isHere={step.isHere}
      signs={
        <>
          <TaskStatusSign bare view={{ task, status }} />
          {task.deadline !== null && <span>{t('tasks.due.label', { day: formatDay(task.deadline) })}</span>}
        </>
      }
    >
      {report && (
        <span className="ec-quiet">
          {t(report.product ? 'trail.task.done' : 'trail.task.report', {
            percent: report.percent,
            when: formatInstant(report.at),
          })}
        </span>
      )}
    </TrailFrame>
  )
}
