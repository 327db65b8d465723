import './restore.css'
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { RestoreReport } from '../../../shared/protocol/restore.ts'
import type { NetworkFault } from '../../app/ports.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { RestoreDevices } from './restore-devices.tsx'
import { RestoreFacts } from './restore-facts.tsx'
import { RestoreSteps } from './restore-steps.tsx'

type Shown =
  | { kind: 'loading' }
  | { kind: 'fault'; fault: NetworkFault }
  | { kind: 'report'; report: RestoreReport }

/** What two officers see and do after the server went back to a backup. Asked of the server: no device believes it before. */
export function RestorePage() {
  const app = useApp()
  const { t } = useWords()
  const [shown, setShown] = useState<Shown>({ kind: 'loading' })
  const look = useCallback(async () => {
    const reply = await app.restore.report()
    setShown(reply.ok ? { kind: 'report', report: reply.value } : { kind: 'fault', fault: reply.error })
  }, [app])
  useEffect(() => void look(), [look])
  const report = shown.kind === 'report' ? shown.report : null
  const phase = report && report.phase !== 'none' ? report.phase : null
  return (
    <Page>
      <PageTitle
        title={t('restore.title')}
        under={t('restore.under')}
        actions={
          <Button variant="default" leftSection={<Icon name="sync" size={20} />} onClick={() => void look()}>
            {t('restore.refresh')}
          </Button>
        }
      />
      <ServerReachNotice />
      {shown.kind === 'loading' && <p role="status">{t('restore.loading')}</p>}
      {shown.kind === 'fault' && (
        <Notice tone="urgent" title={t('restore.notFetched')}>
          {networkWords(t, shown.fault)}
        </Notice>
      )}
      {report && phase === null && (
        <EmptyState sign="book" title={t('restore.none')} text={t('restore.noneText')} />
      )}
      {report && phase !== null && (
        <>
          <section className="ec-restore-part">
            <StatusSign
              tone={phase === 'ended' ? 'good' : 'urgent'}
              sign={phase === 'ended' ? 'recorded' : 'undo'}
              word={t(`restore.phase.${phase}`)}
            />
            <p>{t(`restore.next.${phase}`)}</p>
          </section>
          <RestoreSteps report={report} onChanged={() => void look()} />
          <RestoreFacts report={report} />
          {phase !== 'announced' && <RestoreDevices devices={report.devices} />}
        </>
      )}
    </Page>
  )
}
