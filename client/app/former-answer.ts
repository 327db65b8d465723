import { type Choice, choiceValue, parseChoice } from '../../shared/domain/choice.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import type { AnswerDraft } from './answer-draft.ts'
import type { BallotDesk, BallotView } from './ballot.ts'

/** What an answer to a former version is for the one of now (B5), as the count will take it. */
export type FormerOutcome =
  | 'disagree-stands'
  | 'other-stands'
  | 'agree-apart'
  | 'alternatives-apart'
  | 'not-asked'

type Desk = Pick<BallotDesk, 'contentOf'>

/**
 * For each issue of now, by its number, what became of the member's answer to the former version.
 * @returns null where this device does not hold the former words
 */
export function formerOutcomes(view: BallotView, { contentOf }: Desk): Map<FormerOutcome, number[]> | null {
  const { mine, content } = view
  if (mine.kind !== 'former-version' || !contentOf(mine.said.versionHash)) return null
  const outcomes = new Map<FormerOutcome, number[]>()
  for (const [index, issue] of content.issues.entries()) {
    const said = mine.said.answers.find((answer) => answer.issue === issue.id)
    const outcome = outcomeOf(said ? parseChoice(choiceValue(said.choice), issue.form) : null)
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), index + 1])
  }
  return outcomes
}

function outcomeOf(choice: Choice | null): FormerOutcome {
  if (choice === null) return 'not-asked'
  return choice.kind === 'disagree' || choice.kind === 'other'
    ? `${choice.kind}-stands`
    : `${choice.kind}-apart`
}

/**
 * With what "answer again" begins: of issues that are as they were, what was chosen; of the others the words alone, since
 * what was amended is to be chosen anew (B5).
 */
export function draftAgain(view: BallotView, { contentOf }: Desk): AnswerDraft | null {
  const { mine, content, version } = view
  const was = mine.kind === 'former-version' ? contentOf(mine.said.versionHash) : undefined
  if (mine.kind !== 'former-version' || !was) return null
  const byIssue = mine.said.answers.flatMap(({ issue: id, choice, text }) => {
    const issue = content.issues.find((candidate) => candidate.id === id)
    const before = was.issues.find((candidate) => candidate.id === id)
    if (!issue || !before) return []
    const isSame = canonicalJson(issue) === canonicalJson(before)
    return [[id, { choice: isSame ? choice : null, text }] as const]
  })
  return { versionHash: version.hash, byIssue: Object.fromEntries(byIssue) }
}
