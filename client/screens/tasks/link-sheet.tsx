import { useState } from 'react'
import type { BallotId } from '../../../shared/domain/id.ts'
import type { TaskDetail } from '../../app/task-view.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { TaskBallotField } from '../task-ballot-field.tsx'

/** The ballot that a task comes from, put right: another one, or none; what was, stays in its history. */
export function LinkSheet({
  detail: { task, origin },
  onClose,
}: {
  detail: TaskDetail
  onClose: () => void
}) {
  const app = useApp()
  const { t } = useWords()
  const from = origin && 'ballot' in origin ? origin.ballot : null
  const [to, setTo] = useState<BallotId | null>(from)
  return (
    <AuthoritySheet
      title={t('tasks.sheet.linkTitle')}
      confirm={t('tasks.act.link-task')}
      done={t('tasks.sheet.linked')}
      disabled={to === from}
      reason={{ most: 4000 }}
      perform={(reason) => app.tasks.link(task.id, { from, to }, reason)}
      onClose={onClose}
    >
      <p>{t('tasks.sheet.linkText')}</p>
      <TaskBallotField ballot={to} isFixed={false} onChange={setTo} />
    </AuthoritySheet>
  )
}
