import { Button } from '@mantine/core'
import { useState } from 'react'
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

type RevokedProps = { application: Application; identity: DeviceIdentity; sending: Sending | null }

/** A device that the Office has cut off: opens nothing any more, with or without a network, and says the way on (O5). */
export function Revoked({ application, identity, sending }: RevokedProps) {
  const { t } = useWords()
  const [problem, setProblem] = useState<UnlockProblem | null>(null)
  return (
    <EntryPage title={t('entry.revoked.title')}>
      <ThisDevice identity={identity} />
      <p>{t('entry.revoked.text')}</p>
      <p>{t('entry.revoked.kept')}</p>
      <SendingLines application={application} sending={sending} />
      <div className="ec-entry-actions">
        <Button size="lg" onClick={application.registerAgain}>
          {t('entry.again.go')}
        </Button>
      </div>
      <EntryFold title={t('entry.revoked.askTitle')}>
        <p>{t('entry.revoked.remedy')}</p>
        {problem?.kind === 'revoked' && (
          <Notice
            tone="waiting"
            title={t(problem.wasAsked ? 'entry.revoked.still' : 'entry.revoked.notAsked')}
          />
        )}
        <UnlockForm
          application={application}
          go={t('entry.revoked.ask')}
          autoFocus={false}
          onProblem={setProblem}
        />
      </EntryFold>
    </EntryPage>
  )
}
