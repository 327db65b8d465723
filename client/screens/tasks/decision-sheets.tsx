import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { completionOf, reportedOn } from '../../../shared/domain/task.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { type Day, formatDay } from '../../../shared/lib/time.ts'
import type { TaskAction, TaskDetail } from '../../app/task-view.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { ExtensionSheet } from './extension-sheet.tsx'
import { LinkSheet } from './link-sheet.tsx'
import { productWords } from './product-words.ts'
import { TaskFileList } from './task-file-list.tsx'

const decisions = [
  ...(['assign-task', 'cancel-task', 'confirm-task', 'return-task', 'pass-extension'] as const),
  ...(['decide-extension', 'urge-task', 'link-task'] as const),
]
type Decision = (typeof decisions)[number]
export const isDecision = (action: TaskAction): action is Decision => decisions.some((one) => one === action)

const most = 4000

/** What the Office and the assigner decide: the effect first, with the server at that moment (O9). */
export function DecisionSheet(props: { action: Decision; detail: TaskDetail; onClose: () => void }) {
  const { action, detail, onClose } = props
  const app = useApp()
  const { t } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const { task } = detail
  const agency = agencyOf(task.leadAgency)
  const common = { confirm: t(`tasks.act.${action}`), onClose }
  // A draft from a conclusion waits for the number of its notice.
  const hasNumber = task.source.number !== '' && task.source.date !== null
  switch (action) {
    case 'assign-task':
      return (
        <AuthoritySheet
          {...common}
          title={t('tasks.sheet.assignTitle', { agency })}
          done={t('tasks.sheet.assigned')}
          disabled={task.deadline === null || !hasNumber}
          perform={() => app.tasks.assign(task)}
        >
          <p>
            {task.deadline === null
              ? t('tasks.sheet.assignNoDay')
              : hasNumber
                ? t('tasks.sheet.assignText', { day: formatDay(task.deadline) })
                : t('tasks.sheet.assignNoNumber')}
          </p>
        </AuthoritySheet>
      )
    case 'cancel-task':
      return (
        <AuthoritySheet
          {...common}
          title={t('tasks.sheet.cancelTitle')}
          warning={t('tasks.sheet.cancelText')}
          done={t('tasks.sheet.cancelled')}
          reason={{ most }}
          perform={(reason) => app.tasks.cancel(task.id, reason)}
        />
      )
    case 'return-task':
      return (
        <AuthoritySheet
          {...common}
          title={t('tasks.sheet.returnTitle')}
          done={t('tasks.sheet.returned')}
          reason={{ most }}
          perform={(reason) => app.tasks.giveBack(task, reason)}
        >
          <p>{t('tasks.sheet.returnText')}</p>
        </AuthoritySheet>
      )
    case 'urge-task':
      return (
        <AuthoritySheet
          {...common}
          title={t('tasks.sheet.urgeTitle', { agency })}
          done={t('tasks.sheet.urged')}
          reason={{ most, label: t('tasks.sheet.urgeWords') }}
          perform={(text) => app.tasks.urge(task.id, text)}
        >
          <p>{t('tasks.sheet.urgeText')}</p>
        </AuthoritySheet>
      )
    case 'pass-extension': {
      const asked = task.extensions.find(({ decision, passed }) => decision === null && passed === null)
      if (!asked) return null
      return (
        <AuthoritySheet
          {...common}
          title={t('tasks.sheet.passTitle')}
          done={t('tasks.sheet.passed')}
          reason={{ most, label: t('tasks.sheet.passNote'), optional: true }}
          perform={(note) => app.tasks.passExtension(task.id, asked.act, note)}
        >
          <p>{t('tasks.sheet.passText', { name: nameOf(task.assigner) })}</p>
        </AuthoritySheet>
      )
    }
    case 'link-task':
      return <LinkSheet detail={detail} onClose={onClose} />
    case 'decide-extension':
      return <ExtensionSheet detail={detail} onClose={onClose} />
    case 'confirm-task':
      return <ConfirmTaskSheet detail={detail} onClose={onClose} />
  }
}

/** The day that counts is that of the report, unless the Office says another and why (T2). */
function ConfirmTaskSheet({ detail: { task }, onClose }: { detail: TaskDetail; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const reported = reportedOn(task) ?? app.today()
  const [doneOn, setDoneOn] = useState<Day | null>(reported)
  const [words, setWords] = useState('')
  const note = cleanText(words).trim()
  const completion = completionOf(task)
  const product = completion?.product
  const needsReason = doneOn !== reported
  return (
    <AuthoritySheet
      title={t('tasks.sheet.confirmTitle')}
      confirm={t('tasks.act.confirm-task')}
      done={t('tasks.sheet.confirmed')}
      disabled={doneOn === null || (needsReason && note === '')}
      perform={() => app.tasks.confirm(task, doneOn ?? reported, note)}
      onClose={onClose}
    >
      {product && <p>{productWords(t, product, 'sheet')}</p>}
      <TaskFileList task={task.id} files={completion?.attached} />
      <DayField
        label={t('tasks.sheet.confirmDay')}
        description={t('tasks.sheet.confirmDayHint', { day: formatDay(reported) })}
        required
        latest={app.today()}
        value={doneOn}
        onChange={setDoneOn}
      />
      <Textarea
        label={t('tasks.sheet.remark')}
        required={needsReason}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={most}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AuthoritySheet>
  )
}
