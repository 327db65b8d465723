import type { DeskWord, TaskDetail } from '../../app/task-view.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { hourWords } from '../hour-words.ts'
import { rejectionWord } from '../rejection-word.ts'
import { deskRefusal } from './desk-refusal.ts'
import { TaskFileList } from './task-file-list.tsx'

/** What this desk said and the register does not show yet, or does not take: on this device, with its words (O1). */
export function TaskWords({ detail: { words } }: { detail: TaskDetail }) {
  return words.map((word) => <Word key={word.act.id} word={word} />)
}

function Word({ word }: { word: DeskWord }) {
  const app = useApp()
  const { t } = useWords()
  const name = t(`tasks.act.${word.act.kind}`)
  const when = (at: Parameters<typeof hourWords>[1]) => hourWords(t, at, app.now())
  if (word.kind === 'refused') {
    const why = deskRefusal(t, word.act.kind, word.reason)
    return (
      <Notice tone="urgent" title={`${name}: ${t('tasks.word.refused')}`}>
        <p>{t('tasks.word.refusedAt', { when: when(word.at), why })}</p>
        {word.note !== '' && <p className="ec-task-note">{word.note}</p>}
      </Notice>
    )
  }
  const { outlook, rejected } = word
  const why = outlook.kind === 'refused' ? deskRefusal(t, word.act.kind, outlook.reason) : null
  return (
    <Notice
      tone={rejected === null ? 'waiting' : 'urgent'}
      sign={rejected === null ? 'device' : 'warning'}
      title={`${name}: ${t(rejected === null ? 'tasks.word.saved' : 'tasks.word.rejected')}`}
    >
      <p>
        {rejected === null
          ? t('tasks.word.savedAt', { when: when(word.storedAt) })
          : rejectionWord(t, rejected)}
      </p>
      {why !== null && <p>{t('tasks.word.savedOutlook', { why })}</p>}
      {word.note !== '' && <p className="ec-task-note">{word.note}</p>}
      <TaskFileList task={word.act.body.task} files={attachedTo(word)} />
    </Notice>
  )
}

const attachedTo = ({ act }: DeskWord) => ('attached' in act.body ? act.body.attached : undefined)
