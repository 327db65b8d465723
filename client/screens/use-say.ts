import type { ActId } from '../../shared/domain/id.ts'
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
