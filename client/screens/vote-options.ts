import type { TFunction } from 'i18next'
import type { Issue } from '../../shared/domain/ballot.ts'
import type { Choice } from '../../shared/domain/choice.ts'
import { AlternativeId } from '../../shared/domain/id.ts'
import type { IconName } from '../ui/icon-paths.ts'

/** What a vote offers, each in its words: to the member, and to the officers who enter a paper. */
export type VoteOption = { id: string; word: string; sign: IconName | null; value: Choice }

const signs: Record<'agree' | 'disagree' | 'other', IconName> = {
  agree: 'check',
  disagree: 'close',
  other: 'opinion',
}

export function voteOptions(t: TFunction, { form }: Issue): VoteOption[] {
  if (form.kind === 'alternatives') {
    return form.alternatives.map(({ id, label }) => {
      const value: Choice = { kind: 'alternatives', chosen: [AlternativeId.parse(id)] }
      return { id, word: label, sign: null, value }
    })
  }
  return (['agree', 'disagree', 'other'] as const).map((kind) => {
    return { id: kind, word: t(`session.vote.${kind}`), sign: signs[kind], value: { kind } }
  })
}

/** A choice as the vote calls it. */
export function voteWord(t: TFunction, issue: Issue, choice: Choice): string {
  if (choice.kind !== 'alternatives') return t(`session.vote.${choice.kind}`)
  return voteOptions(t, issue)
    .filter(({ id }) => choice.chosen.some((each) => each === id))
    .map(({ word }) => word)
    .join('; ')
}

export const isChosen = ({ id }: VoteOption, choice: Choice | null): boolean =>
  choice !== null &&
  (choice.kind === 'alternatives' ? choice.chosen.some((each) => each === id) : choice.kind === id)
