import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatInstant } from '../../../shared/lib/time.ts'
import type { Application } from '../../app/application.ts'
import type { Sending } from '../../app/locked-delivery.ts'
import type { UnlockProblem } from '../../app/phase.ts'
import type { DeviceIdentity } from '../../app/ports.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { EntryFold } from './entry-fold.tsx'
import { EntryPage } from './entry-page.tsx'
import { SendingLines } from './sending-lines.tsx'
import { ThisDevice } from './this-device.tsx'
import { UnlockForm } from './unlock-form.tsx'

type UnlockProps = { application: Application; identity: DeviceIdentity; sending: Sending | null }

/** Opens the device by its pass phrase, with or without a network. */
export function Unlock({ application, identity, sending }: UnlockProps) {
  const { t } = useWords()
  const [problem, setProblem] = useState<UnlockProblem | null>(null)
  return (
    <EntryPage title={t('entry.unlock.title')}>
      <ThisDevice identity={identity} />
      {problem?.kind === 'lease-expired' && (
        <Notice tone="waiting" title={t('entry.problem.leaseTitle')}>
          <p>{t('entry.problem.leaseText', { when: formatInstant(problem.syncedAt) })}</p>
          <p>{t('entry.problem.leaseRemedy')}</p>
        </Notice>
      )}
      {problem?.kind === 'still-pending' && (
        <Notice tone="waiting" title={t('entry.pending.title')}>
          {t('entry.problem.stillPending')}
        </Notice>
      )}
      <UnlockForm application={application} go={t('entry.unlock.go')} onProblem={setProblem} />
      <SendingLines application={application} sending={sending} />
      <EntryFold title={t('entry.forgotten.title')}>
        <p>{t('entry.forgotten.nobody')}</p>
        <p>{t('entry.forgotten.kept')}</p>
        <p>{t('entry.forgotten.remedy')}</p>
        <div className="ec-entry-actions">
          <Button variant="default" size="lg" onClick={application.registerAgain}>
            {t('entry.again.go')}
          </Button>
        </div>
      </EntryFold>
    </EntryPage>
  )
}
