import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { openExtension } from '../../../shared/domain/task.ts'
import type { TaskView } from '../../app/task-view.ts'
import { Card } from '../../ui/card.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { TaskDue } from '../task-due.tsx'
import { TaskStatusSign, taskTitle } from '../task-status-sign.tsx'
import { refusedTaskKey } from '../to-do.ts'
import { WaitingExtension } from '../waiting-extension.tsx'

/** So many stand on the home screen; the others are behind one tap. */
const most = 5

/** Tasks that fall due or wait for the member's own decision (T6, T7). */
export function DueTasks({ views }: { views: readonly TaskView[] }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const me = app.identity.person
  return (
    <section className="ec-triage-part" aria-labelledby="due-tasks">
      <h2 id="due-tasks">{t('tasks.home.title', { count: views.length })}</h2>
      {views.slice(0, most).map((view) => {
        const { task, status } = view
        const isRefused = view.asked === 'refused'
        const isMine = task.assigner === me
        const asks = isRefused
          ? t('tasks.home.refused')
          : task.phase.state === 'draft'
            ? t('tasks.home.draft')
            : isMine && openExtension(task)
              ? t('tasks.home.asksExtension')
              : null
        return (
          <Card
            key={task.id}
            level={3}
            title={taskTitle(t, view)}
            sign={<TaskStatusSign view={view} />}
            onOpen={() => void navigate(paths.task(task.id))}
            {...((status === 'overdue' || isRefused) && { tone: 'urgent' as const })}
            {...(isRefused && {
              foot: (
                <Button variant="default" onClick={() => void app.dealt.add(refusedTaskKey(task.id))}>
                  {t('deskNews.deal')}
                </Button>
              ),
            })}
            {...(asks !== null && { over: asks })}
          >
            <TaskDue view={view} />
            {isMine && <WaitingExtension task={task} />}
          </Card>
        )
      })}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="mission" size={20} />}
          onClick={() => void navigate(paths.tasks)}
        >
          {t('tasks.home.all')}
        </Button>
      </div>
    </section>
  )
}
