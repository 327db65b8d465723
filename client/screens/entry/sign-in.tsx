import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Application } from '../../app/application.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { PassPhraseField } from '../../ui/pass-phrase-field.tsx'
import { EntryPage } from './entry-page.tsx'
import { networkFaultWords } from './fault-words.ts'

/** The first time on this browser, or once more in place of an earlier enrolment: account and password. */
export function SignIn({ application, isAgain }: { application: Application; isAgain: boolean }) {
  const { t } = useWords()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const ready = account.trim() !== '' && password !== ''

  const go = async () => {
    if (!ready || busy) return
    setBusy(true)
    setProblem(null)
    const done = await application.signIn(account.trim().normalize('NFC'), password)
    setBusy(false)
    if (!done.ok) setProblem(networkFaultWords(t, done.error, 'sign-in'))
  }

  return (
    <EntryPage title={t(isAgain ? 'entry.again.title' : 'entry.signIn.title')}>
      <p>{t(isAgain ? 'entry.again.text' : 'entry.signIn.text')}</p>
      <form
        className="ec-entry-form"
        onSubmit={(event) => {
          event.preventDefault()
          void go()
        }}
      >
        <TextInput
          label={t('entry.signIn.account')}
          value={account}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          autoFocus
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <PassPhraseField
          label={t('entry.signIn.password')}
          value={password}
          autoComplete="current-password"
          onChange={setPassword}
        />
        <div role="alert">{problem !== null && <Notice tone="urgent" title={problem} />}</div>
        <div className="ec-entry-actions">
          <Button type="submit" size="lg" loading={busy} disabled={!ready}>
            {t('entry.signIn.go')}
          </Button>
          {isAgain && (
            <Button variant="default" size="lg" onClick={application.goBack}>
              {t('entry.again.back')}
            </Button>
          )}
        </div>
      </form>
    </EntryPage>
  )
}
