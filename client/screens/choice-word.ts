import type { TFunction } from 'i18next'
import type { Issue } from '../../shared/domain/ballot.ts'
import type { Choice } from '../../shared/domain/choice.ts'

/** A choice in the words of the ballot itself. */
export function choiceWord(t: TFunction, issue: Issue | undefined, choice: Choice): string {
  if (choice.kind !== 'alternatives') return t(`answer.${choice.kind}`)
  const labels = issue?.form.kind === 'alternatives' ? issue.form.alternatives : []
  return choice.chosen.map((id) => labels.find((label) => label.id === id)?.label ?? id).join('; ')
}
