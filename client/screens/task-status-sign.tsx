import type { TFunction } from 'i18next'
import type { TaskView } from '../app/task-view.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import type { Tone } from '../ui/tone.ts'

const toneByStatus: Readonly<Record<NonNullable<TaskView['status']>, Tone>> = {
  'done-on-time': 'good',
  'done-late': 'waiting',
  'in-time': 'quiet',
  overdue: 'urgent',
}

/** The official status of a task (T2); of what is in no count, its state. */
export function TaskStatusSign(props: { view: Pick<TaskView, 'task' | 'status'>; bare?: boolean }) {
  const { view, bare = false } = props
  const { task, status } = view
  const { t } = useWords()
  if (status === null) {
    return <StatusSign bare={bare} tone="quiet" sign="edit" word={t(`tasks.state.${task.phase.state}`)} />
  }
  return <StatusSign bare={bare} tone={toneByStatus[status]} word={t(`tasks.status.${status}`)} />
}

/** What the task says; for a state secret, the number of its paper (D3). */
export function taskTitle(t: TFunction, { task, content }: Pick<TaskView, 'task' | 'content'>): string {
  if (task.security !== 'none') {
    const { number } = task.source
    return number === '' ? t('tasks.secretNoNumber') : t('tasks.secret', { number })
  }
  return content?.text ?? t('tasks.notHere')
}
