import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TaskId } from '../../../shared/domain/id.ts'
import type { TaskFile } from '../../../shared/domain/task-file.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { fileKindOf } from '../../../shared/lib/file-kind.ts'
import { safeName } from '../../app/task-file.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { fileSize } from '../file-size.ts'
import { saveFile } from '../save-file.ts'
import { uploadFaultWords } from '../shared/upload-fault-words.ts'
import { TaskFileSheet } from './task-file-sheet.tsx'

/** The files of one report, with where each of them is: at the Office, or still on the tablet of whoever wrote it (T5). */
export function TaskFileList({ task, files }: { task: TaskId; files: readonly TaskFile[] | undefined }) {
  const { t } = useWords()
  if (!files || files.length === 0) return null
  return (
    <ul className="ec-attach-list" aria-label={t('taskFiles.label')}>
      {files.map((file) => (
        <FileLine key={file.hash} task={task} file={file} />
      ))}
    </ul>
  )
}

function FileLine({ task, file }: { task: TaskId; file: TaskFile }) {
  const app = useApp()
  const { t, language } = useWords()
  const { say } = useToast()
  const [isBusy, setBusy] = useState(false)
  const [shown, setShown] = useState<Bytes | null>(null)
  const name = safeName(app.tasks.noteOf(file.nameCommit) ?? t('taskFiles.noName'))
  const standing = app.taskFiles.standing(task, file)
  const open = async () => {
    setBusy(true)
    const read = await app.taskFiles.read(file)
    setBusy(false)
    if (!read.ok) {
      const { error } = read
      const why = error.kind === 'not-the-file' ? t('taskFiles.notTheFile') : networkWords(t, error)
      return say('urgent', `${name}: ${why}`)
    }
    const kind = fileKindOf(read.value)
    if (kind === 'pdf') return setShown(read.value)
    // Opened by another program by its ending: that is what the bytes are, and not what somebody called them.
    const isKnown = kind === 'docx' || kind === 'xlsx' || kind === 'png' || kind === 'jpg'
    const ending = isKnown ? kind : 'bin'
    saveFile(`${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${ending}`, new Blob([read.value]))
  }
  return (
    <li>
      <Button
        variant="default"
        loading={isBusy}
        disabled={standing.kind === 'not-arrived'}
        leftSection={<Icon name="document" size={20} />}
        onClick={() => void open()}
      >
        <span className="ec-attach-name">{name}</span>
      </Button>
      <span className="ec-quiet">{fileSize(file.size, language)}</span>
      {standing.kind === 'not-arrived' && (
        <StatusSign bare tone="waiting" sign="clock" word={t('taskFiles.notArrived')} />
      )}
      {standing.kind === 'to-send' && (
        <StatusSign
          bare
          tone="waiting"
          sign="device"
          word={
            standing.progress?.phase === 'sending'
              ? t('taskFiles.sending', {
                  percent: Math.floor((standing.progress.done / standing.progress.total) * 100),
                })
              : t('taskFiles.toSend')
          }
        />
      )}
      {standing.kind === 'turned-away' && (
        <p className="ec-attach-fault">
          {t('taskFiles.turnedAway')} {uploadFaultWords(t, standing.fault, { size: file.size, language })}
        </p>
      )}
      {shown && <TaskFileSheet name={name} file={file} bytes={shown} onClose={() => setShown(null)} />}
    </li>
  )
}
