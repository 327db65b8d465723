import { canonicalJson } from '../lib/canonical-json.ts'
import { isCleanText } from '../lib/text.ts'
import type { BallotContent, Issue, IssueForm, SealedAnswer } from './ballot.ts'
import type { AlternativeId, Hash, IssueId } from './id.ts'

/** What a member says to one issue (B2). */
export type Choice =
  | { kind: 'agree' }
  | { kind: 'disagree' }
  | { kind: 'other' }
  | { kind: 'alternatives'; chosen: AlternativeId[] }

export type OpenAnswer = { issue: IssueId; choice: Choice; text: string }

export const opinionTextMax = 10_000

/** The committed value: `agree`, `disagree`, `other`, or the canonical JSON array of the chosen ids in ascending order. */
export const choiceValue = (choice: Choice): string =>
  choice.kind === 'alternatives' ? canonicalJson([...choice.chosen].sort()) : choice.kind

/** The reverse, for a given form of issue. @returns null where the value is not an answer to that form. */
export function parseChoice(value: string, form: IssueForm): Choice | null {
  if (form.kind === 'opinion') {
    return value === 'agree' || value === 'disagree' || value === 'other' ? { kind: value } : null
  }
  const named = parseList(value)
  if (named === null || named.length === 0 || named.length > form.atMost) return null
  const chosen = form.alternatives
    .map((alternative) => alternative.id)
    .filter((id) => named.includes(id))
    .sort()
  const choice: Choice = { kind: 'alternatives', chosen }
  return choiceValue(choice) === value ? choice : null
}

function parseList(value: string): string[] | null {
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null
  } catch {
    return null
  }
}

export type ChoiceFault =
  | { kind: 'choice-not-offered' }
  | { kind: 'opinion-text-missing' }
  | { kind: 'text-not-clean' }

/** Whether an answer may be signed: a choice of those offered, words where words are needed (B2). */
export function faultOf(issue: Issue, value: string, text: string): ChoiceFault | null {
  const choice = parseChoice(value, issue.form)
  if (choice === null) return { kind: 'choice-not-offered' }
  if (!isCleanText(text) || text.length > opinionTextMax) return { kind: 'text-not-clean' }
  if (choice.kind === 'other' && text.trim() === '') return { kind: 'opinion-text-missing' }
  return null
}

/** Sealed answers read again with the words of their version; an issue that cannot be read is left out. */
export function openAnswers(
  sealed: readonly SealedAnswer[],
  versionHash: Hash,
  context: {
    opened(commit: Hash): string | undefined
    content(hash: Hash): Pick<BallotContent, 'issues'> | undefined
  },
): OpenAnswer[] {
  const content = context.content(versionHash)
  return sealed.flatMap(({ issue: id, choiceCommit, textCommit }) => {
    const issue = content?.issues.find((candidate) => candidate.id === id)
    const value = context.opened(choiceCommit)
    const choice = issue && value !== undefined ? parseChoice(value, issue.form) : null
    return choice === null ? [] : [{ issue: id, choice, text: context.opened(textCommit) ?? '' }]
  })
}
