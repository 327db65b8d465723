import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { formatInstant } from '../../../shared/lib/time.ts'
import type { Application, UnlockProblem } from '../../app/application.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { PassPhraseField } from '../../ui/pass-phrase-field.tsx'
import { EntryPage } from './entry-page.tsx'

type Words = ReturnType<typeof useWords>['t']

/** Opens the device by its pass phrase, with or without a network; a revoked one is told so. */
export function Unlock({ application, wasRevoked }: { application: Application; wasRevoked: boolean }) {
  const { t } = useWords()
  const [phrase, setPhrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<UnlockProblem | null>(null)
  const secondsLeft = useWait(problem)
  const field = useRef<HTMLInputElement>(null)

  const go = async () => {
    if (phrase === '' || busy || secondsLeft > 0) return
    setBusy(true)
    const done = await application.unlock(phrase)
    setBusy(false)
    if (done.ok) return
    setProblem(done.error)
    setPhrase('')
    field.current?.focus()
  }

  return (
    <EntryPage title={t('entry.unlock.title')}>
      {wasRevoked && (
        <Notice tone="urgent" sign="forbidden" title={t('entry.revoked.title')}>
          <p>{t('entry.revoked.text')}</p>
          <p>{t('entry.revoked.remedy')}</p>
        </Notice>
      )}
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
      <form
        className="ec-entry-form"
        onSubmit={(event) => {
          event.preventDefault()
          void go()
        }}
      >
        <PassPhraseField
          label={t('entry.unlock.phrase')}
          value={phrase}
          autoFocus
          inputRef={field}
          {...errorOf(t, problem, secondsLeft)}
          onChange={setPhrase}
        />
        <div className="ec-entry-actions">
          <Button type="submit" size="lg" loading={busy} disabled={phrase === '' || secondsLeft > 0}>
            {t('entry.unlock.go')}
          </Button>
        </div>
        <p className="ec-quiet">{t('entry.unlock.still')}</p>
      </form>
    </EntryPage>
  )
}

function errorOf(t: Words, problem: UnlockProblem | null, secondsLeft: number): { error?: string } {
  switch (problem?.kind) {
    case 'wrong-pass-phrase':
      return {
        error:
          secondsLeft > 0
            ? t('entry.problem.wait', { failures: problem.failures, count: secondsLeft })
            : t('entry.problem.wrongPhrase'),
      }
    case 'wait':
      return secondsLeft > 0 ? { error: t('entry.problem.waitOnly', { count: secondsLeft }) } : {}
    case 'no-keys':
      return { error: t('entry.problem.noKeys') }
    default:
      return {}
  }
}

/** Whole seconds until another attempt is taken, counted down. */
function useWait(problem: UnlockProblem | null): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const waitMs = problem && 'waitMs' in problem ? problem.waitMs : 0
    setLeft(Math.ceil(waitMs / 1000))
    if (waitMs <= 0) return
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [problem])
  return left
}
