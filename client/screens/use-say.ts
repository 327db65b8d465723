import type { ActId } from '../../shared/domain/id.ts'
import type { Result } from '../../shared/lib/result.ts'
import { useWords } from '../ui/i18n.ts'
import { useToast } from '../ui/toast.tsx'
import { useApp } from './app-context.tsx'
import { ownReceipts } from './own-receipt.ts'

/** Says that an act is saved, and, when its receipt has come and not before, that it is recorded (O1). */
export function useSay() {
  const app = useApp()
  const { say } = useToast()
  return (id: ActId, words: { saved: string; recorded: string }): void => {
    const shown = say('waiting', words.saved)
    const forget = app.subscribe(() => {
      const settled = app.copy.settled().find((act) => act.id === id)
      if (!settled) return
      forget()
      const receipt = ownReceipts([settled])[0]
      if (receipt?.verdict.kind === 'accepted') shown.becomes('good', words.recorded)
    })
  }
}

/** A member's act that waits offline: said once it is saved and once it is recorded, and where it could not be saved, too (O6). */
export function useQueued() {
  const { t } = useWords()
  const { say: tell } = useToast()
  const say = useSay()
  return async (
    act: () => Promise<Result<ActId, unknown>>,
    words: { saved: string; recorded: string } | null,
  ): Promise<boolean> => {
    const done = await act()
    if (!done.ok) tell('urgent', `${t('meeting.word.notStored')}. ${t('meeting.word.notStoredText')}`)
    else if (words) say(done.value, words)
    return done.ok
  }
}
