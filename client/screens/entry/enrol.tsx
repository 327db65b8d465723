import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Application } from '../../app/application.ts'
import { type PassPhraseFault, passPhraseFaults } from '../../app/pass-phrase.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { PassPhraseField } from '../../ui/pass-phrase-field.tsx'
import { EntryPage } from './entry-page.tsx'
import { networkFaultWords } from './fault-words.ts'

type Words = ReturnType<typeof useWords>['t']

/** Makes this browser a device: the one-time code from the Office, then the pass phrase that locks it. */
export function Enrol({ application }: { application: Application }) {
  const { t } = useWords()
  const [step, setStep] = useState<'code' | 'phrase'>('code')
  const [code, setCode] = useState('')
  const [label, setLabel] = useState<string>(() =>
    t(isTablet() ? 'entry.enrol.labelTablet' : 'entry.enrol.labelDesk'),
  )
  const [problem, setProblem] = useState<string | null>(null)
  /** Chosen already: whoever mistyped the code does not choose and type it twice again. */
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const enrol = async (passPhrase: string) => {
    setProblem(null)
    setChosen(passPhrase)
    setBusy(true)
    const done = await application.enrol({
      code: code.trim().toUpperCase(),
      label: label.trim().normalize('NFC'),
      passPhrase,
    })
    if (done.ok) return
    setBusy(false)
    const { error } = done
    setProblem(error.kind === 'storage' ? t('entry.problem.storage') : networkFaultWords(t, error, 'enrol'))
    if (error.kind === 'refused') setStep('code')
  }

  const alert = <div role="alert">{problem !== null && <Notice tone="urgent" title={problem} />}</div>
  if (step === 'phrase') {
    return (
      <EntryPage over={t('entry.enrol.step', { step: 2 })} title={t('entry.enrol.phraseTitle')}>
        <p>{t('entry.enrol.phraseText')}</p>
        <PhraseForm chosen={chosen ?? ''} busy={busy} alert={alert} onDone={(phrase) => void enrol(phrase)} />
      </EntryPage>
    )
  }
  const ready = code.trim().length >= 4 && label.trim() !== ''
  return (
    <EntryPage over={t('entry.enrol.step', { step: 1 })} title={t('entry.enrol.title')}>
      <p>{t('entry.enrol.codeText')}</p>
      <form
        className="ec-entry-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!ready || busy) return
          if (chosen === null) setStep('phrase')
          else void enrol(chosen)
        }}
      >
        <TextInput
          className="ec-entry-code"
          label={t('entry.enrol.code')}
          value={code}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          autoFocus
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label={t('entry.enrol.label')}
          description={t('entry.enrol.labelHint')}
          value={label}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        {alert}
        {chosen !== null && <p className="ec-quiet">{t('entry.enrol.phraseKept')}</p>}
        <div className="ec-entry-actions">
          <Button type="submit" size="lg" loading={busy} disabled={!ready}>
            {t(chosen === null ? 'entry.enrol.next' : 'entry.enrol.go')}
          </Button>
          <Button variant="default" size="lg" onClick={application.leaveEnrolment}>
            {t('entry.enrol.back')}
          </Button>
        </div>
      </form>
    </EntryPage>
  )
}

const isTablet = () => window.matchMedia('(pointer: coarse)').matches

type PhraseFormProps = {
  chosen: string
  busy: boolean
  alert: React.ReactNode
  onDone: (phrase: string) => void
}

function PhraseForm({ chosen, busy, alert, onDone }: PhraseFormProps) {
  const { t } = useWords()
  const [phrase, setPhrase] = useState(chosen)
  const [again, setAgain] = useState(chosen)
  const [asked, setAsked] = useState(false)
  const faults = passPhraseFaults(phrase)
  const [fault] = faults
  const differs = phrase !== again

  const go = () => {
    setAsked(true)
    if (faults.length === 0 && !differs && !busy) onDone(phrase)
  }

  return (
    <form
      className="ec-entry-form"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <PassPhraseField
        label={t('entry.enrol.phrase')}
        hint={t('entry.enrol.phraseHint', { length: 10, words: 4 })}
        value={phrase}
        autoComplete="new-password"
        autoFocus
        {...(asked && fault && { error: faultWords(t, fault) })}
        onChange={setPhrase}
      />
      <PassPhraseField
        label={t('entry.enrol.again')}
        value={again}
        autoComplete="new-password"
        {...(asked && faults.length === 0 && differs && { error: t('entry.enrol.differs') })}
        onChange={setAgain}
      />
      {alert}
      <p aria-live="polite" className="ec-quiet">
        {busy && t('entry.enrol.working')}
      </p>
      <div className="ec-entry-actions">
        <Button type="submit" size="lg" loading={busy}>
          {t('entry.enrol.go')}
        </Button>
      </div>
    </form>
  )
}

function faultWords(t: Words, fault: PassPhraseFault): string {
  return fault.kind === 'too-short'
    ? t('entry.phraseFault.too-short', { length: fault.minLength, words: fault.minWords })
    : t(`entry.phraseFault.${fault.kind}`)
}
