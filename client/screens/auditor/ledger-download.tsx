import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { LedgerAudit } from '../../app/ledger-audit.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { saveFile } from '../save-file.ts'
import { useServerReach } from '../server-reach.tsx'
import { LedgerBallots } from './ledger-ballots.tsx'

/** The whole ledger, fetched and hashed again on this machine; the file is the evidence. */
export function LedgerDownload() {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [audit, setAudit] = useState<LedgerAudit | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const run = async () => {
    abort.current = new AbortController()
    setProblem(null)
    setAudit(null)
    setProgress({ done: 0, total: 0 })
    const result = await app.auditLedger({
      onProgress: (done, total) => setProgress({ done, total }),
      signal: abort.current.signal,
    })
    setProgress(null)
    if (result.ok) return setAudit(result.value)
    const { error } = result
    setProblem(error.kind === 'stopped' ? t('directory.ledger.result.stopped') : networkWords(t, error))
    return undefined
  }
  return (
    <section className="ec-ledger-part">
      <h2>{t('directory.ledger.download')}</h2>
      <p>{t('directory.ledger.downloadText')}</p>
      {progress ? (
        <ProgressBar
          word={t('directory.ledger.working')}
          done={progress.done}
          total={progress.total}
          share={t('directory.ledger.share', { done: progress.done })}
          onStop={() => abort.current?.abort()}
        />
      ) : (
        <div>
          <Button
            leftSection={<Icon name="download" size={20} />}
            disabled={!canReach}
            onClick={() => void run()}
          >
            {t('directory.ledger.start')}
          </Button>
        </div>
      )}
      {problem !== null && (
        <Notice tone="urgent" title={t('directory.ledger.notFetched')}>
          {problem}
        </Notice>
      )}
      {audit && <AuditResult audit={audit} />}
    </section>
  )
}

function AuditResult({ audit }: { audit: LedgerAudit }) {
  const app = useApp()
  const { t } = useWords()
  const isGood = audit.outcome === 'good'
  const name = `so-ghi-nhan-${app.today()}-${audit.size}.json`
  return (
    <>
      <div role="alert" className="ec-ledger-part">
        <Notice
          tone={isGood ? 'good' : 'urgent'}
          title={t(`directory.ledger.result.${audit.outcome}`, { count: audit.size })}
          action={
            <Button variant="default" onClick={() => saveFile(name, audit.file)}>
              {t('directory.ledger.save')}
            </Button>
          }
        >
          <code className="ec-ledger-hash">{audit.root}</code>
        </Notice>
        {audit.seenBefore !== null && (
          <Notice
            tone={audit.seenBefore ? 'good' : 'urgent'}
            title={t(audit.seenBefore ? 'directory.ledger.seen.good' : 'directory.ledger.seen.differs')}
          />
        )}
      </div>
      <LedgerBallots ballots={audit.closed} />
    </>
  )
}
