import './archive.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BallotId } from '../../shared/domain/id.ts'
import type { BallotArchive } from '../app/ballot-archive.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.tsx'
import { networkWords } from './authority-problem.ts'
import { saveFile } from './save-file.ts'
import { useServerReach } from './server-reach.tsx'

/** Fetches a closed ballot's archive bundle, verifies it here, and hands it over as a file, with what was found. */
export function ArchiveButton({ ballot }: { ballot: BallotId }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const [isBusy, setBusy] = useState(false)
  const [archive, setArchive] = useState<BallotArchive | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async () => {
    setBusy(true)
    setProblem(null)
    const result = await app.fetchArchive(ballot)
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
            title={isGood ? t('archive.good') : t('archive.bad', { count: archive.faults })}
          >
            {t('archive.closing')}: <code className="ec-ledger-hash">{archive.closing.root}</code>{' '}
            {t('archive.entries', { count: archive.closing.size })}
          </Notice>
        </div>
      )}
    </>
  )
}
