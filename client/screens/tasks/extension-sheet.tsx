import { SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { openExtension } from '../../../shared/domain/task.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { type Day, formatDay } from '../../../shared/lib/time.ts'
import type { TaskDetail } from '../../app/task-view.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { TaskFileList } from './task-file-list.tsx'

/** Another date, or the one that stands: with the agency's reason in view (T4). */
export function ExtensionSheet({ detail: { task }, onClose }: { detail: TaskDetail; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const asked = openExtension(task)
  const [isGranted, setGranted] = useState(true)
  const [to, setTo] = useState<Day | null>(asked?.to ?? null)
  const [words, setWords] = useState('')
  const { deadline } = task
  if (!asked || deadline === null) return null
  const reason = cleanText(words).trim()
  const isReady = isGranted ? to !== null && to > deadline : reason !== ''
  const why = app.tasks.noteOf(asked.noteCommit)
  return (
    <AuthoritySheet
      title={t('tasks.sheet.decideTitle')}
      confirm={t(isGranted ? 'tasks.sheet.grant' : 'tasks.sheet.refuse')}
      done={t('tasks.sheet.decided')}
      disabled={!isReady}
      perform={() => app.tasks.decideExtension(task.id, asked.act, isGranted ? to : null, reason)}
      onClose={onClose}
    >
      <p>
        {t('tasks.sheet.decideText', {
          agency: agencyOf(task.leadAgency),
          from: formatDay(deadline),
          to: formatDay(asked.to),
        })}
      </p>
      {why !== null && <p className="ec-task-note">{why}</p>}
      <TaskFileList task={task.id} files={asked.attached} />
      {task.assigner !== app.identity.person && (
        <p className="ec-quiet">{t('tasks.sheet.onBehalf', { name: nameOf(task.assigner) })}</p>
      )}
      <SegmentedControl
        fullWidth
        size="md"
        value={isGranted ? 'grant' : 'refuse'}
        onChange={(value) => setGranted(value === 'grant')}
        data={[
          { value: 'grant', label: t('tasks.sheet.grant') },
          { value: 'refuse', label: t('tasks.sheet.refuse') },
        ]}
      />
      {isGranted && (
        <DayField
          label={t('tasks.sheet.grantTo')}
          required
          value={to}
          error={to !== null && to > deadline ? undefined : t('tasks.sheet.gap.later')}
          onChange={setTo}
        />
      )}
      <Textarea
        label={t('tasks.sheet.extensionReason')}
        required={!isGranted}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AuthoritySheet>
  )
}
