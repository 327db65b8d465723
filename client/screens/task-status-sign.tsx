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

type Standing = Pick<TaskView, 'task' | 'status'> & { asked?: TaskView['asked'] }

/** The official status of a task (T2); of what is in no count, its state. */
export function TaskStatusSign(props: { view: Standing; bare?: boolean }) {
  const { view, bare = false } = props
  const { status } = view
  const { t } = useWords()
  if (view.asked === 'waiting' || view.asked === 'refused') {
    const [tone, sign] =
      view.asked === 'waiting' ? (['waiting', 'device'] as const) : (['urgent', 'warning'] as const)
    return <StatusSign bare={bare} tone={tone} sign={sign} word={stateWord(t, view)} />
  }
  if (status === null) {
    return <StatusSign bare={bare} tone="quiet" sign="edit" word={stateWord(t, view)} />
  }
  return <StatusSign bare={bare} tone={toneByStatus[status]} word={t(`tasks.status.${status}`)} />
}

/** Where it stands (T3); what waits to be sent is nobody's draft (O1). */
export const stateWord = (t: TFunction, { task, asked = null }: Pick<Standing, 'task' | 'asked'>): string =>
  asked === null ? t(`tasks.state.${task.phase.state}`) : t(`tasks.asked.${asked}`)

/** What the task says; for a state secret, the number of its paper (D3). */
export function taskTitle(t: TFunction, { task, content }: Pick<TaskView, 'task' | 'content'>): string {
  if (task.security !== 'none') {
    const { number } = task.source
    return number === '' ? t('tasks.secretNoNumber') : t('tasks.secret', { number })
  }
  return content?.text ?? t('tasks.notHere')
}
