import './task-due.css'
import type { TFunction } from 'i18next'
import { reportedOn } from '../../shared/domain/task.ts'
import { formatDay } from '../../shared/lib/time.ts'
import type { TaskView } from '../app/task-view.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import type { Tone } from '../ui/tone.ts'
import { ExtensionSign } from './waiting-extension.tsx'

/** The due date with the days left or over, as word and sign (T4). */
export function TaskDue({ view, bare = false }: { view: TaskView; bare?: boolean }) {
  const { t } = useWords()
  const { deadline } = view.task
  if (deadline === null) return <span className="ec-quiet">{t('tasks.due.none')}</span>
  const left = leftWords(t, view.daysLeft)
  const reported = view.line.state === 'reported-done' ? reportedOn(view.task) : null
  return (
    <span className="ec-task-due">
      <time dateTime={deadline}>
        {bare ? formatDay(deadline) : t('tasks.due.label', { day: formatDay(deadline) })}
      </time>
      {left !== null && (
        <span className={`ec-task-left ec-tone-${toneOf(view)}`}>
          <Icon name={(view.daysLeft ?? 0) < 0 ? 'warning' : 'clock'} size={18} />
          {left}
        </span>
      )}
      {reported !== null && (
        <span className="ec-quiet">{t('tasks.due.reported', { day: formatDay(reported) })}</span>
      )}
      <ExtensionSign task={view.task} />
    </span>
  )
}

function toneOf({ daysLeft }: TaskView): Tone {
  if (daysLeft === null) return 'quiet'
  if (daysLeft < 0) return 'urgent'
  return daysLeft <= 3 ? 'waiting' : 'quiet'
}

function leftWords(t: TFunction, daysLeft: number | null): string | null {
  if (daysLeft === null) return null
  if (daysLeft === 0) return t('tasks.due.today')
  return daysLeft > 0 ? t('tasks.due.left', { count: daysLeft }) : t('tasks.due.over', { count: -daysLeft })
}
