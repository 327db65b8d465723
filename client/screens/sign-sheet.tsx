import './sign-sheet.css'
import { useState } from 'react'
import type { BallotContent, Issue } from '../../shared/domain/ballot.ts'
import type { OpenAnswer } from '../../shared/domain/choice.ts'
import type { AnswerFault, BallotView } from '../app/ballot.ts'
import { amendmentOf } from '../app/former-version.ts'
import { ConfirmSheet } from '../ui/confirm-sheet.tsx'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useApp, useAppVersion } from './app-context.tsx'
import { choiceWord } from './choice-word.ts'
import { ContentChanges } from './content-changes.tsx'
import { useSettings } from './use-settings.ts'

type SignSheetProps = {
  view: BallotView
  /** Exactly what is signed (B7). */
  answers: readonly OpenAnswer[]
  opened: boolean
  onClose: () => void
  onSigned: () => void
}

/** Shows word for word what will be signed, signs it, and says only then that it is saved (O1). */
export function SignSheet({ view, answers, opened, onClose, onSigned }: SignSheetProps) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { say } = useToast()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<AnswerFault | null>(null)
  const { ballot, version, content, mine } = view
  const number = ballot.number ?? ''
  const settings = useSettings()

  const sign = async () => {
    setBusy(true)
    setFault(null)
    const done = await app.ballots.answer({
      ballot: ballot.id,
      versionHash: version.hash,
      answers: [...answers],
    })
    setBusy(false)
    if (!done.ok) return setFault(done.error)
    const shown = say('waiting', t('answer.savedToast', { number }))
    const id = done.value
    const forget = app.subscribe(() => {
      if (!app.copy.settled().some((act) => act.id === id)) return
      forget()
      shown.becomes('good', t('answer.recordedToast', { number }))
    })
    onSigned()
    return undefined
  }

  const replaces =
    mine.kind === 'conflict'
      ? t('answer.sheet.settles')
      : mine.kind === 'none'
        ? null
        : t('answer.sheet.replaces')
  const outlook = outlookOf(view, app.now())
  const status = app.status().kind
  const isCutOff = status === 'offline' || status === 'server-silent'
  return (
    <ConfirmSheet
      opened={opened}
      title={titleOf(t, { content, answers, number })}
      confirm={t(isCutOff ? 'answer.sheet.signOffline' : 'answer.sheet.sign')}
      busy={busy}
      {...(!settings.answersRevisable && { warning: t('answer.sheet.final') })}
      onConfirm={() => void sign()}
      onClose={() => {
        setFault(null)
        onClose()
      }}
    >
      <SignedWords content={content} answers={answers} />
      <ChangesSince view={view} />
      {version.no > 1 && <p className="ec-quiet">{t('answer.sheet.version', { no: version.no })}</p>}
      {replaces !== null && <p>{replaces}</p>}
      {settings.answersRevisable && <p className="ec-quiet">{t('answer.sheet.revisable')}</p>}
      {isCutOff && <p>{t('answer.sheet.offline')}</p>}
      {outlook !== null && <Notice tone="waiting" title={t(`answer.sheet.${outlook}`)} />}
      {fault !== null && (
        <div role="alert">
          <Notice tone="urgent" title={t('answer.sheet.notStored')}>
            {faultWords(t, fault)}
          </Notice>
        </div>
      )}
    </ConfirmSheet>
  )
}

/** Whoever answered a former version signs for this one with the difference before their eyes (B5). */
function ChangesSince({ view }: { view: BallotView }) {
  const app = useApp()
  const { t } = useWords()
  const { mine, version } = view
  const said = 'said' in mine ? mine.said : null
  if (said === null || said.versionHash === version.hash) return null
  const amendment = amendmentOf(view, app.ballots)
  if (!amendment) return <Notice tone="waiting" title={t('changes.notHere')} />
  return (
    <section className="ec-signed-changes">
      <h3>{t('changes.sinceYours', { no: amendment.from })}</h3>
      <ContentChanges amendment={amendment} isFull />
    </section>
  )
}

/** The issues with the choices and words of an answer, as they are signed or were. */
export function SignedWords({
  content,
  answers,
}: {
  content: BallotContent
  answers: readonly OpenAnswer[]
}) {
  const { t } = useWords()
  return (
    <ol className="ec-signed">
      {content.issues.map((issue, index) => {
        const said = answers.find((answer) => answer.issue === issue.id)
        return (
          <li key={issue.id}>
            <div className="ec-quiet ec-signed-question">
              {t('answer.issue', { no: index + 1 })}. {issue.question}
            </div>
            <div className="ec-signed-choice">
              {said ? choiceWord(t, issue, said.choice) : t('answer.state.unreadable')}
            </div>
            {said && said.text !== '' && <blockquote className="ec-signed-text">{said.text}</blockquote>}
          </li>
        )
      })}
    </ol>
  )
}

type Words = ReturnType<typeof useWords>['t']

function titleOf(
  t: Words,
  { content, answers, number }: { content: BallotContent; answers: readonly OpenAnswer[]; number: string },
): string {
  const [only, ...more] = answers
  const issue: Issue | undefined = content.issues[0]
  if (only && more.length === 0 && content.issues.length === 1) {
    return t('answer.sheet.one', { choice: choiceWord(t, issue, only.choice), number, no: 1 })
  }
  return t('answer.sheet.many', { count: content.issues.length, number })
}

/** What the Office will probably make of it; never a reason to refuse (O8, B13). */
function outlookOf({ ballot }: BallotView, now: number): 'late' | 'closed' | 'recalled' | null {
  if (ballot.phase.state === 'recalled') return 'recalled'
  if (ballot.phase.state === 'closed') return 'closed'
  return now > ballot.deadlineAt ? 'late' : null
}

function faultWords(t: Words, fault: AnswerFault): string {
  if (fault.kind !== 'not-stored') return t('answer.sheet.notFound')
  if (fault.fault.kind === 'storage-full') return t('answer.sheet.notStoredFull')
  return t('answer.sheet.notStoredOther', { detail: fault.fault.kind })
}
