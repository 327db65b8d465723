import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import type { OfficeFault } from '../app/office-ballot.ts'
import { ConfirmSheet } from '../ui/confirm-sheet.tsx'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { type AuthorityProblem, problemOf, problemWords } from './authority-problem.ts'
import { useServerReach } from './server-reach.tsx'

type AuthoritySheetProps = {
  /** The thing itself: "Thu hồi Phiếu 0123/PLYK/2026". */
  title: string
  /** The effect, said beforehand. */
  children?: ReactNode
  warning?: string
  confirm: string
  /** Said at the foot of the screen once it is proven. */
  done: string
  /** Asks for a reason of at most so many characters; `optional` lets it be empty. */
  reason?: {
    most: number
    label?: string
    hint?: string
    optional?: boolean
    initial?: string
    /** Where what is written is kept. */
    onWrite?: (words: string) => void
  }
  disabled?: boolean
  /** Holds what has to be seen large. */
  wide?: boolean
  perform: (reason: string) => Promise<Result<Verdict, OfficeFault>>
  onDone?: () => void
  onClose: () => void
}

/** An act of authority: its effect first, the reason where one is needed, then what the server made of it. */
export function AuthoritySheet(props: AuthoritySheetProps) {
  const {
    title,
    children,
    warning,
    confirm,
    done,
    reason,
    disabled = false,
    wide = false,
    perform,
    onDone,
    onClose,
  } = props
  const { t } = useWords()
  const toast = useToast()
  const canReach = useServerReach()
  const [words, setWords] = useState(reason?.initial ?? '')
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AuthorityProblem | null>(null)

  const said = cleanText(words).trim()
  const fault = reasonFault(said, reason)
  const run = async () => {
    setAsked(true)
    if (fault) return
    setBusy(true)
    setProblem(null)
    const next = problemOf(await perform(said))
    setBusy(false)
    if (next) return setProblem(next)
    toast.say('good', done)
    onDone?.()
    onClose()
    return undefined
  }

  return (
    <ConfirmSheet
      opened
      title={title}
      {...(warning !== undefined && { warning })}
      confirm={confirm}
      busy={isBusy}
      disabled={disabled || !canReach}
      wide={wide}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {children}
      {reason && (
        <Textarea
          label={reason.label ?? t('authority.reason')}
          description={reason.hint}
          required={!reason.optional}
          autosize
          minRows={2}
          maxRows={8}
          value={words}
          error={isAsked && fault ? reasonWords(t, fault, reason.most) : undefined}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            reason.onWrite?.(event.currentTarget.value)
          }}
        />
      )}
      {problem && (
        <div role="alert">
          <Notice tone="urgent" title={t('authority.notDone')}>
            {problemWords(t, problem)}
          </Notice>
        </div>
      )}
      {!canReach && (
        <Notice tone="waiting" sign="offline" title={t('authority.needsServer')}>
          {t('authority.needsServerText')}
        </Notice>
      )}
    </ConfirmSheet>
  )
}

type ReasonFault = 'missing' | 'too-long'

function reasonFault(said: string, reason: AuthoritySheetProps['reason']): ReasonFault | null {
  if (!reason) return null
  if (said.length > reason.most) return 'too-long'
  return said === '' && !reason.optional ? 'missing' : null
}

const reasonWords = (t: ReturnType<typeof useWords>['t'], fault: ReasonFault, most: number): string =>
  fault === 'missing' ? t('authority.reasonMissing') : t('authority.reasonTooLong', { count: most })
