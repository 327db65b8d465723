import { openExtension, type Task } from '../../shared/domain/task.ts'
import { daysBetween, formatDay } from '../../shared/lib/time.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.tsx'
import { hourWords } from './hour-words.ts'
import { useDirectory } from './use-directory.ts'

/** That an extension waits for an answer, in one line: to which day, and how many more (T4). */
export function ExtensionSign({ task }: { task: Task }) {
  const { t } = useWords()
  const asked = openExtension(task)
  if (!asked || task.deadline === null) return null
  const count = daysBetween(task.deadline, asked.to)
  return (
    <span className="ec-task-left ec-tone-waiting">
      <Icon name="clock" size={18} />
      {t('extension.sign', { day: formatDay(asked.to), count })}
    </span>
  )
}

/** The same with both days, the reason, and whose word it waits for: for whoever answers, and for the desk that asked. */
export function WaitingExtension({ task }: { task: Task }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const asked = openExtension(task)
  const { deadline } = task
  if (!asked || deadline === null) return null
  const reason = app.tasks.noteOf(asked.noteCommit)
  const days = { from: formatDay(deadline), to: formatDay(asked.to) }
  return (
    <Notice tone="waiting" title={t('extension.title', { count: daysBetween(deadline, asked.to), ...days })}>
      {reason !== null && <p className="ec-task-note">{t('extension.reason', { reason })}</p>}
      <p className="ec-quiet">
        {asked.passed === null
          ? t('extension.forOffice')
          : t('extension.forAssigner', { name: nameOf(task.assigner) })}
        {' · '}
        {t('extension.asked', { name: nameOf(asked.by), when: hourWords(t, asked.at, app.now()) })}
      </p>
    </Notice>
  )
}
