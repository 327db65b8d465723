import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { NetworkFault } from '../app/ports.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { networkWords } from './authority-problem.ts'
import { saveFile } from './save-file.ts'
import { useServerReach } from './server-reach.tsx'

type Standing<Format> =
  | { kind: 'idle' }
  | { kind: 'working'; format: Format }
  | { kind: 'done'; name: string }
  | { kind: 'failed'; why: string }

/** Has the server write a file, in one form or another, and hands it over. */
export function FileButtons<Format extends string>(props: {
  formats: readonly Format[]
  wordOf: (format: Format) => string
  mediaTypes: Readonly<Record<Format, string>>
  fetchFile: (format: Format) => Promise<Result<{ fileName: string; bytes: Bytes }, NetworkFault>>
}) {
  const { formats, wordOf, mediaTypes, fetchFile } = props
  const { t } = useWords()
  const canReach = useServerReach()
  const [standing, setStanding] = useState<Standing<Format>>({ kind: 'idle' })
  const isBusy = standing.kind === 'working'
  const run = async (format: Format) => {
    setStanding({ kind: 'working', format })
    const result = await fetchFile(format)
    if (!result.ok) {
      setStanding({ kind: 'failed', why: networkWords(t, result.error) })
      return
    }
    const { fileName, bytes } = result.value
    saveFile(fileName, new Blob([bytes], { type: mediaTypes[format] }))
    setStanding({ kind: 'done', name: fileName })
  }
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          className="ec-no-print"
          variant="default"
          leftSection={<Icon name="download" size={20} />}
          disabled={!canReach || (isBusy && standing.format !== format)}
          loading={isBusy && standing.format === format}
          onClick={() => void run(format)}
        >
          {wordOf(format)}
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
