import { Button } from '@mantine/core'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { networkWords } from '../authority-problem.ts'
import { fileSize } from '../file-size.ts'
import { uploadFaultWords } from '../shared/upload-fault-words.ts'
import { headsOf, workbookRefusalWords } from './import-words.ts'
import type { WorkbookState } from './use-workbook.ts'

type ImportStandingProps = { state: WorkbookState; onStop: () => void; onAgain: () => void }

/** How far the workbook is, or why it was not taken. */
export function ImportStanding({ state, onStop, onAgain }: ImportStandingProps) {
  const { t, language } = useWords()
  switch (state.kind) {
    case 'none':
      return null
    case 'sending': {
      const { progress, name, size } = state
      const done = progress === null || progress.phase === 'hashing' ? 0 : progress.done
      const phase = progress?.phase === 'checking' ? 'reading' : 'sending'
      return (
        <ProgressBar
          word={t(`taskImport.${phase}`, { name })}
          done={done}
          total={size}
          share={t('editor.upload.share', {
            done: fileSize(done, language),
            total: fileSize(size, language),
          })}
          onStop={onStop}
        />
      )
    }
    case 'refused': {
      const { fault, name, size } = state
      const why =
        fault.kind === 'file-refused'
          ? workbookRefusalWords(t, fault.reason)
          : uploadFaultWords(t, fault, { size, language })
      return (
        <div role="alert">
          <Notice tone="urgent" title={t('taskImport.notTaken', { name })}>
            {why}
          </Notice>
        </div>
      )
    }
    case 'reading':
      return <ProgressBar word={t('taskImport.reading', { name: state.name })} done={1} total={2} share="" />
    case 'failed':
      return (
        <div role="alert">
          <Notice
            tone="urgent"
            title={t('taskImport.notRead', { name: state.name })}
            action={
              <Button variant="default" onClick={onAgain}>
                {t('editor.upload.retry')}
              </Button>
            }
          >
            {networkWords(t, state.fault)}
          </Notice>
        </div>
      )
    case 'seen': {
      const { sheet, ignored, columns } = state.preview
      return (
        <p className="ec-quiet">
          {t('taskImport.from', { name: state.name, sheet, columns: headsOf(columns) })}
          {ignored.length > 0 && ` ${t('taskImport.ignored', { heads: ignored.join(', ') })}`}
        </p>
      )
    }
  }
}
