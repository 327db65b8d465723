import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { NetworkFault, WatchFile } from '../app/ports.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { networkWords } from './authority-problem.ts'
import { saveFile } from './save-file.ts'
import { useServerReach } from './server-reach.tsx'

type Standing<Format> =
  | { kind: 'idle' }
  /** `part`: of the whole; null while nothing is known of it. */
  | { kind: 'working'; format: Format; part: number | null }
  | { kind: 'done'; name: string }
  | { kind: 'failed'; why: string }

/** Has the server write a file, in one form or another, and hands it over. */
export function FileButtons<Format extends string>(props: {
  formats: readonly Format[]
  wordOf: (format: Format) => string
  mediaTypes: Readonly<Record<Format, string>>
  fetchFile: (
    format: Format,
    watch: WatchFile,
  ) => Promise<Result<{ fileName: string; bytes: Bytes }, NetworkFault>>
}) {
  const { formats, wordOf, mediaTypes, fetchFile } = props
  const { t } = useWords()
  const canReach = useServerReach()
  const [standing, setStanding] = useState<Standing<Format>>({ kind: 'idle' })
  const isBusy = standing.kind === 'working'
  const cut = useRef<AbortController | null>(null)
  useEffect(() => () => cut.current?.abort(), [])
  const run = async (format: Format) => {
    const own = new AbortController()
    cut.current = own
    setStanding({ kind: 'working', format, part: null })
    const result = await fetchFile(format, {
      signal: own.signal,
      onRows: ({ done, total }) => {
        if (!own.signal.aborted && total > 0) setStanding({ kind: 'working', format, part: done / total })
      },
    })
    if (own.signal.aborted) return setStanding({ kind: 'idle' })
    if (!result.ok) {
      setStanding({ kind: 'failed', why: networkWords(t, result.error) })
      return undefined
    }
    const { fileName, bytes } = result.value
    saveFile(fileName, new Blob([bytes], { type: mediaTypes[format] }))
    setStanding({ kind: 'done', name: fileName })
    return undefined
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
        {isBusy &&
          (standing.part === null
            ? t('paper.working')
            : t('paper.workingPart', { percent: Math.floor(standing.part * 100) }))}
        {standing.kind === 'done' && t('paper.done', { name: standing.name })}
      </span>
      {isBusy && standing.part !== null && (
        <Button className="ec-no-print" variant="default" onClick={() => cut.current?.abort()}>
          {t('paper.stop')}
        </Button>
      )}
      {standing.kind === 'failed' && (
        <Notice tone="urgent" title={t('paper.failed')}>
          {standing.why}
        </Notice>
      )}
    </>
  )
}
