import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Application } from '../../app/application.ts'
import type { UnlockProblem } from '../../app/phase.ts'
import { useWords } from '../../ui/i18n.ts'
import { PassPhraseField } from '../../ui/pass-phrase-field.tsx'

type Words = ReturnType<typeof useWords>['t']
type UnlockFormProps = {
  application: Application
  go: string
  autoFocus?: boolean
  onProblem: (problem: UnlockProblem) => void
}

/** The pass phrase, and how long until the next attempt is taken: said each time somebody tries too soon. */
export function UnlockForm({ application, go: word, autoFocus = true, onProblem }: UnlockFormProps) {
  const { t } = useWords()
  const [phrase, setPhrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<UnlockProblem | null>(null)
  const [tooSoon, setTooSoon] = useState(0)
  const secondsLeft = useWait(problem)
  const field = useRef<HTMLInputElement>(null)

  const go = async () => {
    if (phrase === '' || busy) return
    if (secondsLeft > 0) return setTooSoon((times) => times + 1)
    setBusy(true)
    setTooSoon(0)
    const done = await application.unlock(phrase)
    setBusy(false)
    if (done.ok) return undefined
    setProblem(done.error)
    onProblem(done.error)
    // Not looked at: it need not be typed again.
    if (done.error.kind === 'wait') setTooSoon(1)
    else setPhrase('')
    field.current?.focus()
    return undefined
  }

  const rests = secondsLeft > 0
  return (
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
        autoFocus={autoFocus}
        inputRef={field}
        {...errorOf(t, problem, rests)}
        onChange={setPhrase}
      />
      <div className="ec-entry-actions">
        <Button
          type="submit"
          size="lg"
          loading={busy}
          disabled={phrase === '' && !rests}
          // Not `disabled`: the Enter key would then do nothing, and nobody would say why.
          {...(rests && { 'data-disabled': true, 'aria-disabled': true })}
        >
          {rests ? t('entry.unlock.goIn', { count: secondsLeft }) : word}
        </Button>
      </div>
      <div role="alert">
        {rests && tooSoon > 0 && (
          <p key={tooSoon} className="ec-entry-too-soon">
            {t('entry.unlock.tooSoon', { count: secondsLeft })}
          </p>
        )}
      </div>
    </form>
  )
}

function errorOf(t: Words, problem: UnlockProblem | null, rests: boolean): { error?: string } {
  switch (problem?.kind) {
    case 'wrong-pass-phrase':
      return {
        error: rests
          ? t('entry.problem.wait', { failures: problem.failures })
          : t('entry.problem.wrongPhrase'),
      }
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
