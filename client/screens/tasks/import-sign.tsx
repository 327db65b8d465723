import { useEffect, useState } from 'react'
import type { Hash } from '../../../shared/domain/id.ts'
import type { ImportChoices } from '../../../shared/domain/task-import.ts'
import type { ImportPreview } from '../../../shared/protocol/task-import.ts'
import { rowsToWrite } from '../../app/task-importing.ts'
import { useWords } from '../../ui/i18n.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

const lookEveryMs = 700

type ImportSignProps = {
  file: Hash
  choices: ImportChoices
  preview: ImportPreview
  onDone: () => void
  onClose: () => void
}

/** Says what exactly will be done, and does it with one signature. */
export function ImportSign({ file, choices, preview, onDone, onClose }: ImportSignProps) {
  const app = useApp()
  const { t } = useWords()
  const [written, setWritten] = useState<{ done: number; total: number } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const count = rowsToWrite(preview)
  const of = (outcome: string) => preview.rows.filter((row) => row.outcome === outcome).length
  const problems = of('problem')
  const { taskImporting } = app
  useEffect(() => {
    if (!isBusy) return
    const look = setInterval(() => void taskImporting.progress(file).then(setWritten), lookEveryMs)
    return () => clearInterval(look)
  }, [isBusy, taskImporting, file])
  const perform = async () => {
    setBusy(true)
    const result = await taskImporting.sign(file, { ...choices, withoutProblems: problems > 0 }, preview)
    setBusy(false)
    return result
  }
  return (
    <AuthoritySheet
      title={t(choices.assign ? 'taskImport.sign.assignTitle' : 'taskImport.sign.draftTitle', { count })}
      confirm={t('taskImport.sign.confirm')}
      done={t('taskImport.sign.done', { count })}
      {...(choices.assign && { warning: t('taskImport.sign.warning') })}
      perform={perform}
      onDone={onDone}
      onClose={onClose}
    >
      <ul className="ec-task-import-facts">
        <li>{t('taskImport.sign.new', { count: of('new') })}</li>
        <li>{t('taskImport.sign.changed', { count: of('changed') })}</li>
        <li>{t('taskImport.sign.same', { count: of('same') })}</li>
        {problems > 0 && <li>{t('taskImport.sign.problems', { count: problems })}</li>}
      </ul>
      <p>{t('taskImport.sign.whole')}</p>
      {isBusy && (
        <ProgressBar
          word={t('taskImport.sign.writing')}
          done={written?.done ?? 0}
          total={written?.total ?? count}
        />
      )}
    </AuthoritySheet>
  )
}
