import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import type { MyWord } from '../app/my-word.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { hourWords } from './hour-words.ts'

type Words = ReturnType<typeof useWords>['t']

/** Where one's own word stands, as word, sign and colour (O1): saved is never shown as sent, nor sent as recorded. */
export function WordSign({ word }: { word: MyWord<unknown> }) {
  const { t } = useWords()
  switch (word.kind) {
    case 'none':
      return null
    case 'saved':
      return word.rejected === null ? (
        <StatusSign bare tone="waiting" sign="device" word={t('meeting.word.saved')} />
      ) : (
        <StatusSign bare tone="urgent" word={t('meeting.word.rejected')} />
      )
    case 'recorded':
      return <StatusSign bare tone="good" word={t('meeting.word.recorded')} />
    case 'told':
      return <StatusSign bare tone="quiet" sign="recorded" word={t('meeting.word.told')} />
    case 'refused':
      return <StatusSign bare tone="urgent" word={t('meeting.word.refused')} />
  }
}

/** The same in a sentence, with number and hour where there is a receipt. */
export function WordSentence({ word }: { word: MyWord<unknown> }) {
  const { t } = useWords()
  const app = useApp()
  const when = (at: Parameters<typeof hourWords>[1]) => hourWords(t, at, app.now())
  switch (word.kind) {
    case 'none':
      return null
    case 'saved': {
      const why = outlookOf(t, word.outlook)
      return (
        <>
          {t('meeting.word.savedText', { when: when(word.storedAt) })}
          {why !== null && ` ${t('meeting.word.savedOutlook', { why })}`}
        </>
      )
    }
    case 'recorded':
      return <>{t('meeting.word.recordedText', { n: word.n, when: when(word.at) })}</>
    case 'told':
      return <>{t('meeting.word.toldText', { when: when(word.at) })}</>
    case 'refused': {
      const why = whyWords(t, word.reason)
      return <>{t('meeting.word.refusedText', { n: word.n, when: when(word.at), why })}</>
    }
  }
}

const outlookOf = (t: Words, outlook: Verdict): string | null =>
  outlook.kind === 'refused' ? whyWords(t, outlook.reason) : null

function whyWords(t: Words, { kind }: Refusal): string {
  switch (kind) {
    case 'wrong-state':
    case 'not-found':
    case 'unknown-version':
    case 'not-allowed':
    case 'not-admissible':
    case 'ends-before-start':
      return t(`meeting.why.${kind}`)
    default:
      return t('meeting.why.other')
  }
}
