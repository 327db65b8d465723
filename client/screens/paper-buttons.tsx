import { Button } from '@mantine/core'
import { useState } from 'react'
import { PaperFormat, type PaperName, paperMediaType } from '../../shared/protocol/paper.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.tsx'
import { networkWords } from './authority-problem.ts'
import { saveFile } from './save-file.ts'
import { useServerReach } from './server-reach.tsx'

type Standing =
  | { kind: 'idle' }
  | { kind: 'working'; format: PaperFormat }
  | { kind: 'done'; name: string }
  | { kind: 'failed'; why: string }

/** Has the server write a paper, in either form, and hands it over as a file. */
export function PaperButtons({ paper }: { paper: PaperName }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const [standing, setStanding] = useState<Standing>({ kind: 'idle' })
  const isBusy = standing.kind === 'working'
  const run = async (format: PaperFormat) => {
    setStanding({ kind: 'working', format })
    const result = await app.fetchPaper(paper, format)
    if (!result.ok) {
      setStanding({ kind: 'failed', why: networkWords(t, result.error) })
      return
    }
    const { fileName, bytes } = result.value
    saveFile(fileName, new Blob([bytes], { type: paperMediaType[format] }))
    setStanding({ kind: 'done', name: fileName })
  }
  return (
    <>
      {PaperFormat.options.map((format) => (
        <Button
          key={format}
          className="ec-no-print"
          variant="default"
          leftSection={<Icon name="download" size={20} />}
          disabled={!canReach || (isBusy && standing.format !== format)}
          loading={isBusy && standing.format === format}
          onClick={() => void run(format)}
        >
          {t(`paper.${paper.kind}.${format}`)}
        </Button>
      ))}
      <span role="status" className="ec-quiet ec-no-print">
        {isBusy && t('paper.working')}
        {standing.kind === 'done' && t('paper.done', { name: standing.name })}
      </span>
      {standing.kind === 'failed' && (
        <Notice tone="urgent" title={t('paper.failed')}>
          {standing.why}
        </Notice>
      )}
    </>
  )
}
