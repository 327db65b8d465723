import type { HeldReason } from '../../shared/domain/answer.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { MyAnswer } from '../app/my-answer.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import type { Tone } from '../ui/tone.ts'
import { useApp } from './app-context.tsx'
import { hourWords } from './hour-words.ts'

type Words = ReturnType<typeof useWords>['t']

type AnswerSignProps = {
  mine: MyAnswer
  bare?: boolean
  /** Alone in its line, without the sentence that says what "saved" does not mean yet. */
  isShort?: boolean
}

/** Where one's own answer stands, as word, sign and colour (O1): saved is never shown as sent, nor sent as recorded. */
export function AnswerSign({ mine, bare = false, isShort = false }: AnswerSignProps) {
  const { t } = useWords()
  const { tone, word: full } = signOf(t, mine)
  const word =
    isShort && mine.kind === 'saved' && mine.rejected === null ? t('answer.state.savedShort') : full
  return (
    <StatusSign
      tone={tone}
      word={word}
      bare={bare}
      {...(mine.kind === 'held' && { sign: 'held' })}
      {...(mine.kind === 'saved' && { sign: 'device' })}
    />
  )
}

/** The same in a sentence, with number and hour where there is a receipt. */
export function AnswerSentence({ mine }: { mine: MyAnswer }) {
  const { t } = useWords()
  const app = useApp()
  const when = (at: Parameters<typeof hourWords>[1]) => hourWords(t, at, app.now())
  switch (mine.kind) {
    case 'none':
      return null
    case 'saved': {
      const why = outlookWords(t, mine.outlook)
      return (
        <>
          {t('answer.state.savedText', { when: when(mine.storedAt) })}
          {why !== null && ` ${t('answer.state.savedOutlook', { why })}.`}
        </>
      )
    }
    case 'recorded':
    case 'former-version':
      return <>{t('answer.state.recordedText', { n: mine.n, when: when(mine.at) })}</>
    case 'held':
      return (
        <>
          {t('answer.state.heldText', {
            n: mine.n,
            when: when(mine.at),
            why: heldWords(t, mine.reason),
          })}
        </>
      )
    case 'refused':
      return <>{t('answer.state.refusedText', { n: mine.n, when: when(mine.at) })}</>
    case 'conflict':
      return <>{t('returned.conflict.text')}</>
    default:
      return unreachable(mine)
  }
}

function signOf(t: Words, mine: MyAnswer): { tone: Tone; word: string } {
  switch (mine.kind) {
    case 'none':
      return { tone: 'quiet', word: t('answer.state.none') }
    case 'saved':
      return mine.rejected === null
        ? { tone: 'waiting', word: t('answer.state.saved') }
        : { tone: 'urgent', word: t('answer.state.rejected') }
    case 'recorded':
      return { tone: 'good', word: t('answer.state.recorded') }
    case 'former-version':
      return { tone: 'waiting', word: t('answer.state.former') }
    case 'held':
      return { tone: 'waiting', word: t('answer.state.held') }
    case 'refused':
      return { tone: 'urgent', word: t('answer.state.refused') }
    case 'conflict':
      return { tone: 'urgent', word: t('answer.state.conflict') }
    default:
      return unreachable(mine)
  }
}

export const heldWords = (t: Words, reason: HeldReason): string => t(`returned.short.${reason.kind}`)

/** Null where the Office will probably just record it. */
function outlookWords(t: Words, outlook: Verdict): string | null {
  if (outlook.kind === 'accepted') return null
  return outlook.kind === 'held' ? heldWords(t, outlook.reason) : t('returned.short.refused')
}
