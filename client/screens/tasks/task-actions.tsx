import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TaskAction, TaskDetail } from '../../app/task-view.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { useServerReach } from '../server-reach.tsx'
import { TaskForm } from '../task-form.tsx'
import { useQueued } from '../use-say.ts'
import { DecisionSheet, isDecision } from './decision-sheets.tsx'
import { DeskSheet } from './desk-sheet.tsx'
import { ExtensionClosed, extensionClosed } from './extension-closed.tsx'

/** What is done first stands first. */
const order: readonly TaskAction[] = [
  ...([
    'receive-task',
    'answer-urging',
    'assign-task',
    'confirm-task',
    'decide-extension',
    'return-task',
  ] as const),
  ...([
    'report-progress',
    'report-done',
    'ask-extension',
    'pass-extension',
    'draft-task',
    'urge-task',
    'link-task',
  ] as const),
  'cancel-task',
]
const leading: ReadonlySet<TaskAction> = new Set([
  ...(['receive-task', 'assign-task', 'confirm-task', 'decide-extension', 'report-progress'] as const),
])

/** What whoever is here may do with the task as it stands. */
export function TaskActions({ detail }: { detail: TaskDetail }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const queued = useQueued()
  const [open, setOpen] = useState<TaskAction | null>(null)
  const { task, can, words } = detail
  const isWaiting = (action: TaskAction) =>
    words.some(({ kind, act }) => kind === 'saved' && act.kind === action)
  // Saying again what is on its way would say it twice.
  const shown = order.filter((action) => can.has(action) && !(action === 'receive-task' && isWaiting(action)))
  if (shown.length === 0) return null
  const [first] = shown
  const begin = (action: TaskAction) => {
    if (action !== 'receive-task') return setOpen(action)
    const said = { saved: t('tasks.word.saved'), recorded: t('tasks.word.recorded') }
    return void queued(() => app.tasks.receive(task.id), said)
  }
  const close = () => setOpen(null)
  const closed = open === 'ask-extension' ? extensionClosed(detail, app.today()) : null
  return (
    <section className="ec-task-actions ec-no-print" aria-label={t('tasks.act.label')}>
      {shown.map((action) => (
        <Button
          key={action}
          variant={action === first && leading.has(action) ? 'filled' : 'default'}
          disabled={!canReach && (isDecision(action) || action === 'draft-task')}
          onClick={() => begin(action)}
        >
          {t(`tasks.act.${action}`)}
        </Button>
      ))}
      {open === 'draft-task' && <TaskForm view={detail} onClose={close} />}
      {open !== null && isDecision(open) && <DecisionSheet action={open} detail={detail} onClose={close} />}
      {(open === 'report-progress' ||
        open === 'report-done' ||
        open === 'ask-extension' ||
        open === 'answer-urging') &&
        !closed && <DeskSheet action={open} task={task} onClose={close} />}
      {closed && (
        <ExtensionClosed
          why={closed}
          task={task}
          onReport={() => setOpen('report-progress')}
          onClose={close}
        />
      )}
    </section>
  )
}
