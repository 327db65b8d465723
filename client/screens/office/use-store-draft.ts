import { useState } from 'react'
import type { BallotId } from '../../../shared/domain/id.ts'
import { contentHashOf, contentOfEditing, deadlineIn, windowReasonIn } from '../../app/ballot-editing.ts'
import { useApp } from '../app-context.tsx'
import { type AuthorityProblem, problemOf } from '../authority-problem.ts'
import type { EditingInHand } from './use-ballot-editing.ts'

/** Brings the draft on the screen to the Office. `run` resolves to whether the Office has proven to hold it. */
export function useStoreDraft(ballot: BallotId, { editing, change }: EditingInHand) {
  const app = useApp()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<AuthorityProblem | null>(null)
  const run = async (): Promise<boolean> => {
    const deadlineAt = deadlineIn(editing)
    const { leadAgency, handlers } = editing
    if (deadlineAt === null || leadAgency === null) return false
    setBusy(true)
    setProblem(null)
    const content = contentOfEditing(editing)
    const windowReason = windowReasonIn(editing)
    const draft = { ballot, content, leadAgency, handlers, deadlineAt, windowReason }
    const next = problemOf(await app.office.saveDraft(draft))
    setBusy(false)
    setProblem(next)
    if (next) return false
    // What is typed from now on goes on from what was just stored.
    change({ basedOn: contentHashOf(editing) })
    return true
  }
  return { isBusy, problem, run }
}
