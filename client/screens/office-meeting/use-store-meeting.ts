import { useState } from 'react'
import type { AgendaItemId, MeetingId } from '../../../shared/domain/id.ts'
import { storeSheet } from '../../app/store-sheet.ts'
import { useApp } from '../app-context.tsx'
import { type AuthorityProblem, problemOf } from '../authority-problem.ts'
import type { SheetInHand } from './use-meeting-sheet.ts'

/** Whose part was not taken; null stands for the meeting itself. */
type PartProblem = { problem: AuthorityProblem; part: AgendaItemId | null }

/** Brings the draft on the screen to the Office. `run` resolves to whether the Office has proven to hold all of it. */
export function useStoreMeeting(what: { id: MeetingId; isNew: boolean; hand: SheetInHand }) {
  const app = useApp()
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const [problem, setProblem] = useState<PartProblem | null>(null)
  const run = async (): Promise<boolean> => {
    const { id, isNew, hand } = what
    setProblem(null)
    const { base, kept } = hand
    const last = await storeSheet(
      app.officeMeetings,
      { meeting: id, isNew, base, kept, reason: null },
      { stored: hand.markStored, progress: (done, of) => setProgress({ done, of }) },
    )
    setProgress(null)
    const found = last && problemOf(last.result)
    setProblem(found && { problem: found, part: last.part })
    return found === null
  }
  return { progress, problem, run }
}
