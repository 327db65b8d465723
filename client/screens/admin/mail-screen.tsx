import './mail.css'
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { MailState } from '../../../shared/protocol/mail.ts'
import type { NetworkFault } from '../../app/ports.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { MailAddresses } from './mail-addresses.tsx'
import { MailFailures } from './mail-failures.tsx'
import type { MailReply } from './mail-reply.ts'
import { MailTest } from './mail-test.tsx'

/** E-mail: whether it goes out, to whom, and what could not be delivered. The server's word; nothing of it is kept here. */
export function MailScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const [state, setState] = useState<MailState | null>(null)
  const [fault, setFault] = useState<NetworkFault | null>(null)
  const { mail } = app
  const take = useCallback((reply: MailReply) => {
    setFault(reply.ok ? null : reply.error)
    if (reply.ok) setState(reply.value)
  }, [])
  useEffect(() => {
    let isHere = true
    void mail.readMail().then((reply) => isHere && take(reply))
    return () => {
      isHere = false
    }
  }, [mail, take])
  return (
    <Page width="wide">
      <PageTitle
        title={t('mail.title')}
        under={t('mail.under')}
        actions={
          <Button
            variant="default"
            leftSection={<Icon name="sync" size={20} />}
            onClick={() => void mail.readMail().then(take)}
          >
            {t('mail.refresh')}
          </Button>
        }
      />
      <div className="ec-mail">
        {fault && <Notice tone="urgent" title={networkWords(t, fault)} />}
        {!state && !fault && <EmptyState title={t('mail.reading')} />}
        {state && (
          <>
            <Standing state={state} />
            {state.sender && <MailTest />}
            <MailFailures state={state} onReply={take} />
            <MailAddresses state={state} onReply={take} />
          </>
        )}
      </div>
    </Page>
  )
}

function Standing({ state: { sender, counts } }: { state: MailState }) {
  const { t } = useWords()
  if (!sender) {
    return (
      <Notice tone="waiting" title={t('mail.off')}>
        {t('mail.offText')}
      </Notice>
    )
  }
  return (
    <Notice tone="good" title={t('mail.on', sender)}>
      {t('mail.counts', counts)}
      {counts.oldestAt !== null && ` ${t('mail.oldest', { when: dateAndHour(counts.oldestAt) })}`}
    </Notice>
  )
}
