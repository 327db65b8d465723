import './archive.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Matter } from '../../shared/bundle/bundle.ts'
import type { Archive } from '../app/fetch-archive.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.tsx'
import { networkWords } from './authority-problem.ts'
import { saveFile } from './save-file.ts'
import { useServerReach } from './server-reach.tsx'

/** Fetches the archive bundle of a closed ballot or a concluded meeting, verifies it here, and hands it over as a file, with what was found. */
export function ArchiveButton({ of }: { of: Matter }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const [isBusy, setBusy] = useState(false)
  const [archive, setArchive] = useState<Archive | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async () => {
    setBusy(true)
    setProblem(null)
    const result = await app.fetchArchive(of)
    setBusy(false)
    if (!result.ok) return setProblem(networkWords(t, result.error))
    setArchive(result.value)
    return saveFile(result.value.fileName, result.value.text)
  }
  const isGood = archive?.outcome === 'good'
  return (
    <>
      <Button
        className="ec-no-print"
        variant="default"
        leftSection={<Icon name="download" size={20} />}
        disabled={!canReach}
        loading={isBusy}
        onClick={() => void run()}
      >
        {t('archive.fetch')}
      </Button>
      {problem !== null && (
        <Notice tone="urgent" title={t('archive.notFetched')}>
          {problem}
        </Notice>
      )}
      {archive && (
        <div role="status" className="ec-no-print">
          <Notice
            tone={isGood ? 'good' : 'urgent'}
            title={
              isGood
                ? t('ballot' in of ? 'archive.good' : 'archive.goodMeeting')
                : t('archive.bad', { count: archive.faults })
            }
          >
            {t('ballot' in of ? 'archive.closing' : 'archive.concluding')}:{' '}
            <code className="ec-ledger-hash">{archive.closing.root}</code>{' '}
            {t('archive.entries', { count: archive.closing.size })}
          </Notice>
        </div>
      )}
    </>
  )
}
