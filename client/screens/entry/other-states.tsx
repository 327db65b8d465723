import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { keyCode } from '../../../shared/lib/key-code.ts'
import { formatInstant, type Instant } from '../../../shared/lib/time.ts'
import type { Application } from '../../app/application.ts'
import type { DeviceIdentity } from '../../app/ports.ts'
import type { TabState } from '../../app/tabs.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { EntryPage } from './entry-page.tsx'
import { SendingLines } from './sending-lines.tsx'

/** States in which there is nothing to type: opening, waiting for officers, wiped, another tab. */

/** Opening the sealed store takes a moment; longer than this, the browser keeps it from us. */
const patienceMs = 10_000

export function Starting() {
  const { t } = useWords()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (isLong) return <Refused />
  return (
    <EntryPage title={t('entry.starting')}>
      <ThingSkeleton />
    </EntryPage>
  )
}

export function Refused() {
  const { t } = useWords()
  return (
    <EntryPage title={t('entry.lack.storage.title')}>
      <ErrorState
        title={t('entry.failed.title')}
        meaning={t('entry.failed.meaning')}
        remedy={t('entry.failed.remedy')}
        onRetry={() => location.reload()}
      />
    </EntryPage>
  )
}

type PendingProps = {
  application: Application
  identity: DeviceIdentity
  since: Instant | null
  onUnlock: () => void
}

/** The code is what two officers compare: without it a device of somebody else's would look the same to them (O3). */
export function Pending({ application, identity, since, onUnlock }: PendingProps) {
  const { t } = useWords()
  return (
    <EntryPage title={t('entry.pending.title')}>
      <p>{t('entry.pending.text')}</p>
      <div className="ec-entry-key">
        <span className="ec-quiet">{t('entry.pending.code')}</span>
        <strong>{keyCode(identity.publicKey)}</strong>
        {identity.label !== null && (
          <span className="ec-quiet">{t('entry.device.label', { label: identity.label })}</span>
        )}
      </div>
      {since !== null && (
        <p className="ec-quiet">{t('entry.pending.since', { when: formatInstant(since) })}</p>
      )}
      <p>{t('entry.pending.remedy')}</p>
      <div className="ec-entry-actions">
        <Button size="lg" onClick={onUnlock}>
          {t('entry.pending.again')}
        </Button>
      </div>
      <SendingLines application={application} sending={null} />
    </EntryPage>
  )
}

export function Wiped({ onAgain }: { onAgain: () => void }) {
  const { t } = useWords()
  return (
    <EntryPage title={t('entry.wiped.title')}>
      <p>{t('entry.wiped.text')}</p>
      <p>{t('entry.wiped.remedy')}</p>
      <div className="ec-entry-actions">
        <Button variant="default" size="lg" onClick={onAgain}>
          {t('entry.wiped.again')}
        </Button>
      </div>
    </EntryPage>
  )
}

export function OtherTab({ state, onTakeOver }: { state: TabState; onTakeOver: () => void }) {
  const { t } = useWords()
  return (
    <EntryPage title={t(state === 'aside' ? 'program.tab.asideTitle' : 'program.tab.waitingTitle')}>
      <p>{t('program.tab.text')}</p>
      <p>{t('program.tab.free')}</p>
      <p>{t('program.tab.remedy')}</p>
      <div className="ec-entry-actions">
        <Button size="lg" onClick={onTakeOver}>
          {t('program.tab.takeOver')}
        </Button>
      </div>
    </EntryPage>
  )
}
