import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActId } from '../../../shared/domain/id.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { type Day, formatDay } from '../../../shared/lib/time.ts'
import { type DeskDraft, deskDraftName, parseDeskDraft } from '../../app/sheet-draft.ts'
import type { Attachment, PickedFile } from '../../app/task-file.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { NotKept } from '../not-kept.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useKeptForm } from '../use-kept-form.ts'
import { useQueued } from '../use-say.ts'
import { AttachFiles } from './attach-files.tsx'

type DeskAction = 'report-progress' | 'report-done' | 'ask-extension' | 'answer-urging'
type Gap = 'text' | 'percent' | 'number' | 'date' | 'later' | 'reason'

type DeskSheetProps = {
  action: DeskAction
  task: Task
  /** Which one is answered; without it the last that waits. */
  urging?: ActId
  onClose: () => void
}

/** What an agency's desk says of its task; kept on this device at once, and sent when there is a network (O1, O9). */
export function DeskSheet(props: DeskSheetProps) {
  const { action, task, onClose } = props
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const queued = useQueued()
  const today = app.today()
  const blank: DeskDraft = {
    ...{ text: '', number: '', percent: task.reports.at(-1)?.percent ?? null },
    date: action === 'report-done' ? today : null,
  }
  const { form, isKept, change, forget } = useKeptForm(deskDraftName(task.id, action), blank, parseDeskDraft)
  const { percent, date } = form
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const [isAsked, setAsked] = useState(false)
  const [isNotKept, setNotKept] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const text = cleanText(form.text).trim()
  const named = cleanText(form.number).trim()
  const gaps = gapsOf(action, {
    ...{ text, percent, named, date, deadline: task.deadline },
    hasFiles: files.length > 0,
  })
  const errorOf = (...kinds: Gap[]) => {
    const gap = isAsked ? gaps.find((one) => kinds.includes(one)) : undefined
    return gap && t(`tasks.sheet.gap.${gap}`)
  }

  const say = (attachment: Attachment | null) => {
    switch (action) {
      case 'report-progress':
        return app.tasks.reportProgress(task.id, percent ?? 0, text, attachment)
      case 'report-done':
        return app.tasks.reportDone(task.id, { number: named, date: date ?? today }, text, attachment)
      case 'ask-extension':
        return app.tasks.askExtension(task.id, date ?? today, text, attachment)
      case 'answer-urging': {
        const urging = props.urging ?? task.urgings.findLast(({ answers }) => answers.length === 0)?.act
        if (!urging) throw new Error('no urging to answer: the sheet is offered where there is one')
        return app.tasks.answerUrging(task.id, urging, text, attachment)
      }
    }
  }
  const send = async () => {
    setAsked(true)
    if (gaps.length > 0) return
    setBusy(true)
    const isDone = await queued(() => app.taskFiles.sendWith(task.id, files, say), {
      saved: t('tasks.word.saved'),
      recorded: t('tasks.word.recorded'),
    })
    setBusy(false)
    setNotKept(!isDone)
    if (!isDone) return
    forget()
    onClose()
  }
  const secret = task.security === 'none' ? {} : { warning: t('tasks.sheet.secretWarning') }
  return (
    <ConfirmSheet
      opened
      title={t(titles[action])}
      confirm={t(canReach ? 'tasks.sheet.sign' : 'tasks.sheet.signOffline')}
      busy={isBusy}
      {...secret}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <NotKept isKept={isKept} />
      {action === 'report-done' && <p>{t('tasks.sheet.doneText')}</p>}
      {action === 'ask-extension' && task.deadline !== null && (
        <p>{t('tasks.sheet.extensionText', { day: formatDay(task.deadline) })}</p>
      )}
      {action === 'report-progress' && (
        <NumberInput
          label={t('tasks.sheet.percent')}
          required
          min={0}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          value={percent ?? ''}
          error={errorOf('percent')}
          onChange={(value) => change({ percent: typeof value === 'number' ? value : null })}
        />
      )}
      {action === 'report-done' && (
        <TextInput
          label={t('tasks.sheet.productNumber')}
          required={files.length === 0}
          description={t('tasks.sheet.productOrFile')}
          maxLength={100}
          autoComplete="off"
          value={form.number}
          error={errorOf('number')}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
      )}
      {(action === 'report-done' || action === 'ask-extension') && (
        <DayField
          label={t(action === 'report-done' ? 'tasks.sheet.productDate' : 'tasks.sheet.extensionTo')}
          required
          value={date}
          error={errorOf('date', 'later')}
          onChange={(day) => change({ date: day })}
        />
      )}
      <Textarea
        label={t(labels[action])}
        required={action !== 'report-done'}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        autoComplete="off"
        value={form.text}
        error={errorOf('text', 'reason')}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      {task.security === 'none' && (
        <AttachFiles
          files={files}
          error={isNotKept && files.length > 0 ? t('taskFiles.notKept') : undefined}
          onChange={setFiles}
        />
      )}
    </ConfirmSheet>
  )
}

const titles = {
  'report-progress': 'tasks.sheet.reportTitle',
  'report-done': 'tasks.sheet.doneTitle',
  'ask-extension': 'tasks.sheet.extensionTitle',
  'answer-urging': 'tasks.sheet.answerTitle',
} as const

const labels = {
  'report-progress': 'tasks.sheet.reportText',
  'report-done': 'tasks.sheet.remark',
  'ask-extension': 'tasks.sheet.extensionReason',
  'answer-urging': 'tasks.sheet.answerText',
} as const

type Said = {
  text: string
  percent: number | null
  named: string
  date: Day | null
  deadline: Day | null
  hasFiles: boolean
}

function gapsOf(action: DeskAction, { text, percent, named, date, deadline, hasFiles }: Said): Gap[] {
  switch (action) {
    case 'report-progress':
      return [...(percent === null ? ['percent' as const] : []), ...(text === '' ? ['text' as const] : [])]
    case 'report-done':
      return [
        ...(named === '' && !hasFiles ? ['number' as const] : []),
        ...(date === null ? ['date' as const] : []),
      ]
    case 'ask-extension': {
      const isLater = date !== null && deadline !== null && date > deadline
      return [...(isLater ? [] : ['later' as const]), ...(text === '' ? ['reason' as const] : [])]
    }
    case 'answer-urging':
      return text === '' ? ['text'] : []
  }
}
