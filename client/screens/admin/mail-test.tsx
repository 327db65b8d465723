import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { MailTest as Test } from '../../../shared/protocol/mail.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'

type Outcome = { tone: 'good' | 'urgent'; title: string; text: string }

/** One letter now, and what the mail server said to it. */
export function MailTest() {
  const app = useApp()
  const { t } = useWords()
  const [address, setAddress] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isAddress = Test.safeParse({ address: address.trim() }).success
  const send = async () => {
    setBusy(true)
    setOutcome(null)
    const to = address.trim()
    const reply = await app.mail.testMail(to)
    setBusy(false)
    if (!reply.ok) return setOutcome({ tone: 'urgent', title: networkWords(t, reply.error), text: '' })
    const { fault } = reply.value
    return setOutcome(
      fault
        ? { tone: 'urgent', title: t(`mail.fault.${fault.kind}`), text: fault.answer }
        : { tone: 'good', title: t('mail.test.taken'), text: t('mail.test.takenText', { address: to }) },
    )
  }
  return (
    <section className="ec-mail-part" aria-label={t('mail.test.title')}>
      <h2>{t('mail.test.title')}</h2>
      <form
        className="ec-mail-test"
        onSubmit={(event) => {
          event.preventDefault()
          if (isAddress && !isBusy) void send()
        }}
      >
        <TextInput
          label={t('mail.test.address')}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isBusy} disabled={!isAddress}>
          {t('mail.test.send')}
        </Button>
      </form>
      {outcome && (
        <div role="status">
          <Notice tone={outcome.tone} title={outcome.title}>
            {outcome.text}
          </Notice>
        </div>
      )}
    </section>
  )
}
