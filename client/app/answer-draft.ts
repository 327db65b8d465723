import { z } from 'zod'
import type { BallotContent, Issue } from '../../shared/domain/ballot.ts'
import {
  type Choice,
  choiceValue,
  faultOf,
  type OpenAnswer,
  opinionTextMax,
} from '../../shared/domain/choice.ts'
import { AlternativeId, type BallotId, Hash } from '../../shared/domain/id.ts'
import { cleanText } from '../../shared/lib/text.ts'

/** An answer being made: chosen and written, not yet signed. Kept by name in the drafts of this tablet. */

const DraftChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agree') }),
  z.strictObject({ kind: z.literal('disagree') }),
  z.strictObject({ kind: z.literal('other') }),
  z.strictObject({ kind: z.literal('alternatives'), chosen: z.array(AlternativeId) }),
])

const AnswerDraft = z.strictObject({
  versionHash: Hash,
  byIssue: z.record(z.string(), z.strictObject({ choice: DraftChoice.nullable(), text: z.string() })),
})
export type AnswerDraft = z.infer<typeof AnswerDraft>
export type IssueDraft = { choice: Choice | null; text: string }

export const answerDraftName = (ballot: BallotId): string => `answer/${ballot}`

export const emptyDraft = (versionHash: Hash): AnswerDraft => ({ versionHash, byIssue: {} })

/**
 * @returns null where it is none. Of a draft for a former version the words stay and the choices go: what was amended is
 * to be chosen anew (B5).
 */
export function parseAnswerDraft(value: unknown, versionHash: Hash): AnswerDraft | null {
  const parsed = AnswerDraft.safeParse(value)
  if (!parsed.success) return null
  if (parsed.data.versionHash === versionHash) return parsed.data
  const byIssue = Object.entries(parsed.data.byIssue).map(([id, { text }]) => [id, { choice: null, text }])
  return { versionHash, byIssue: Object.fromEntries(byIssue) }
}

export const issueDraft = (draft: AnswerDraft, issue: Issue): IssueDraft =>
  draft.byIssue[issue.id] ?? { choice: null, text: '' }

export const withIssue = (draft: AnswerDraft, issue: Issue, next: IssueDraft): AnswerDraft => ({
  ...draft,
  byIssue: { ...draft.byIssue, [issue.id]: next },
})

/** What is still missing before it can be signed. */
export type DraftGap = { issue: Issue; kind: 'not-chosen' | 'text-missing' | 'text-too-long' }

export function gapsIn(content: BallotContent, draft: AnswerDraft): DraftGap[] {
  return content.issues.flatMap((issue): DraftGap[] => {
    const { choice, text } = issueDraft(draft, issue)
    if (choice === null || (choice.kind === 'alternatives' && choice.chosen.length === 0)) {
      return [{ issue, kind: 'not-chosen' }]
    }
    const clean = cleanText(text)
    if (clean.length > opinionTextMax) return [{ issue, kind: 'text-too-long' }]
    const fault = faultOf(issue, choiceValue(choice), clean)
    if (fault?.kind === 'opinion-text-missing') return [{ issue, kind: 'text-missing' }]
    return fault ? [{ issue, kind: 'not-chosen' }] : []
  })
}

/** What would be signed; complete where `gapsIn` is empty. */
export const answersIn = (content: BallotContent, draft: AnswerDraft): OpenAnswer[] =>
  content.issues.flatMap((issue) => {
    const { choice, text } = issueDraft(draft, issue)
    return choice === null ? [] : [{ issue: issue.id, choice, text: cleanText(text).trim() }]
  })

export const draftFrom = (versionHash: Hash, answers: readonly OpenAnswer[]): AnswerDraft => ({
  versionHash,
  byIssue: Object.fromEntries(answers.map(({ issue, choice, text }) => [issue, { choice, text }])),
})
