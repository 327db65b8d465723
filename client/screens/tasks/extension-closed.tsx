import { openExtension, type Task } from '../../../shared/domain/task.ts'
import { type Day, formatDay } from '../../../shared/lib/time.ts'
import type { DeskWord, TaskDetail } from '../../app/task-view.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { WaitingExtension } from '../waiting-extension.tsx'

/** Why no extension can be asked now: one waits already, here or at the Office, or the due day is over (T4). */
export function extensionClosed({ task, words }: TaskDetail, today: Day) {
  const saved = words.find(({ kind, act }) => kind === 'saved' && act.kind === 'ask-extension')
  if (saved) return { kind: 'on-the-way' as const, saved }
  if (openExtension(task)) return { kind: 'waits' as const }
  return task.deadline !== null && task.deadline < today ? { kind: 'too-late' as const } : null
}

export function ExtensionClosed(props: {
  why: NonNullable<ReturnType<typeof extensionClosed>>
  task: Task
  onReport: () => void
  onClose: () => void
}) {
  const { why, task, onReport, onClose } = props
  const app = useApp()
  const { t } = useWords()
  const day = formatDay(task.deadline ?? app.today())
  const isLate = why.kind === 'too-late'
  return (
    <ConfirmSheet
      opened
      title={t('tasks.sheet.extensionTitle')}
      confirm={t(isLate ? 'extension.report' : 'extension.understood')}
      cancel={isLate ? t('interface.close') : null}
      onConfirm={isLate ? onReport : onClose}
      onClose={onClose}
    >
      {why.kind === 'waits' && <WaitingExtension task={task} />}
      {why.kind === 'on-the-way' && <OnTheWay word={why.saved} />}
      <p>{t(isLate ? 'extension.tooLate' : 'extension.one', { day })}</p>
    </ConfirmSheet>
  )
}

function OnTheWay({ word: { act, note } }: { word: DeskWord }) {
  const { t } = useWords()
  return (
    <>
      <p>{t('extension.onTheWay')}</p>
      {act.kind === 'ask-extension' && (
        <p>{t('tasks.trail.extension-asked', { day: formatDay(act.body.to) })}</p>
      )}
      <p className="ec-task-note">{t('extension.reason', { reason: note })}</p>
    </>
  )
}
