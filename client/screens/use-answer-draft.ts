import { useState } from 'react'
import { type AnswerDraft, answerDraftName, emptyDraft, parseAnswerDraft } from '../app/answer-draft.ts'
import type { BallotView } from '../app/ballot.ts'
import { useApp } from './app-context.tsx'
import { useKept } from './use-kept.ts'

export type DraftInHand = {
  draft: AnswerDraft
  isEmpty: boolean
  /** False once this tablet could not write it down. */
  isKept: boolean
  change(next: AnswerDraft): void
  /** Signed, or given up. */
  drop(): void
}

/** The answer being made to one ballot: on the screen at once, on the tablet with every letter (O7). */
export function useAnswerDraft({ ballot, version }: Pick<BallotView, 'ballot' | 'version'>): DraftInHand {
  const { drafts } = useApp()
  const name = answerDraftName(ballot.id)
  const { isKept, keep } = useKept(name)
  const found = parseAnswerDraft(drafts.of(name), version.hash)
  const [, redraw] = useState(0)
  const write = (value: AnswerDraft | null) => {
    keep(value)
    redraw((count) => count + 1)
  }
  return {
    draft: found ?? emptyDraft(version.hash),
    isEmpty: found === null || Object.values(found.byIssue).every((each) => each.choice === null),
    isKept,
    change: write,
    drop: () => write(null),
  }
}
