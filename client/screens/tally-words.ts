import type { TFunction } from 'i18next'
import type { Issue } from '../../shared/domain/ballot.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import type { Person } from '../../shared/domain/people.ts'
import type { IssueTally, TallyEntry } from '../../shared/domain/tally.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { BarPart } from '../ui/bar-split.tsx'
import type { Tone } from '../ui/tone.ts'

/** How a count is said: names, parts of the bar, results, and what each member counts as. */

type Words = TFunction

/** A ballot is agreed to, a vote in session is in favour. */
type Counted = 'ballot' | 'vote'

const saidWord = (t: Words, of: Counted, choice: 'agree' | 'disagree'): string =>
  of === 'vote' ? t(`session.vote.${choice}`) : t(choice === 'agree' ? 'tally.explicit' : 'tally.against')

export const nameOf = (t: Words, people: readonly Person[], id: PersonId): string =>
  people.find((person) => person.id === id)?.name ?? t('tally.unknownMember', { id })

export function partsOf(t: Words, isOpinion: boolean, counted: IssueTally, of: Counted): BarPart[] {
  const { explicit, deemed, against, other, notReached, held } = counted
  const notVoted = counted.entries.filter(({ entry }) => entry.kind === 'not-voted').length
  const parts: BarPart[] = [
    {
      id: 'explicit',
      look: 'explicit',
      word: isOpinion ? saidWord(t, of, 'agree') : t('tally.chosen'),
      count: explicit,
    },
    { id: 'deemed', look: 'deemed', word: t('tally.deemed'), count: deemed },
    { id: 'against', look: 'against', word: saidWord(t, of, 'disagree'), count: against },
    { id: 'other', look: 'other', word: t('tally.other'), count: other },
    { id: 'not-reached', look: 'not-reached', word: t('tally.notReached'), count: notReached },
    { id: 'held', look: 'held', word: t('tally.held'), count: held },
    // In session nobody is deemed to agree; a ballot knows no such thing.
    ...(notVoted > 0
      ? [{ id: 'not-voted', look: 'not-reached' as const, word: t('tally.notVoted'), count: notVoted }]
      : []),
  ]
  // Alternatives know neither disagreement nor another opinion.
  return isOpinion
    ? parts
    : parts.filter(({ id, count }) => count > 0 || (id !== 'against' && id !== 'other'))
}

export function resultOf(t: Words, issue: Issue, { result }: IssueTally): { tone: Tone; word: string } {
  switch (result.kind) {
    case 'adopted':
      return { tone: 'good', word: t('tally.result.adopted') }
    case 'not-adopted':
      return { tone: 'urgent', word: t('tally.result.not-adopted') }
    case 'undecided':
      return { tone: 'waiting', word: t('tally.result.undecided') }
    case 'alternative-adopted': {
      const { form } = issue
      const found =
        form.kind === 'alternatives'
          ? form.alternatives.find(({ id }) => id === result.alternative)
          : undefined
      return {
        tone: 'good',
        word: t('tally.result.alternative-adopted', { label: found?.label ?? result.alternative }),
      }
    }
    default:
      return unreachable(result)
  }
}

export function toneOf(entry: TallyEntry): Tone {
  switch (entry.kind) {
    case 'agree':
    case 'alternatives':
      return 'good'
    case 'disagree':
      return 'urgent'
    case 'deemed':
    case 'not-reached':
    case 'not-voted':
      return 'quiet'
    case 'other':
    case 'held':
      return 'waiting'
    default:
      return unreachable(entry)
  }
}

export function entryWord(t: Words, issue: Issue, entry: TallyEntry, of: Counted): string {
  const notes = [
    'late' in entry && entry.late ? t('tally.late') : null,
    'former' in entry && entry.former ? t('tally.former') : null,
    'ruled' in entry && entry.ruled ? t('tally.ruled') : null,
    entry.kind === 'held' ? t(`tally.heldWhy.${entry.why}`) : null,
  ].filter((note) => note !== null)
  const word = kindWord(t, issue, entry, of)
  return notes.length > 0 ? `${word} (${notes.join(', ')})` : word
}

function kindWord(t: Words, issue: Issue, entry: TallyEntry, of: Counted): string {
  switch (entry.kind) {
    case 'agree':
      return saidWord(t, of, 'agree')
    case 'disagree':
      return saidWord(t, of, 'disagree')
    case 'other':
      return t('tally.other')
    case 'alternatives': {
      const { form } = issue
      const labels = form.kind === 'alternatives' ? form.alternatives : []
      return entry.chosen.map((id) => labels.find((label) => label.id === id)?.label ?? id).join('; ')
    }
    case 'deemed':
      return t('tally.deemed')
    case 'not-reached':
      return t('tally.notReached')
    case 'not-voted':
      return t('tally.notVoted')
    case 'held':
      return t('tally.held')
    default:
      return unreachable(entry)
  }
}
