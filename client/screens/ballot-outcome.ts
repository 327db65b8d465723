import type { TFunction } from 'i18next'
import type { Ballot } from '../../shared/domain/ballot.ts'
import { formatDay } from '../../shared/lib/time.ts'

/** What came of a closed ballot, in words (B4); null where nothing has yet. */
export function outcomeWord(t: TFunction, { outcome }: Pick<Ballot, 'outcome'>): string | null {
  if (!outcome) return null
  return outcome.kind === 'to-meeting'
    ? t('trail.outcome.toMeeting')
    : t('trail.outcome.resolved', { number: outcome.number, day: formatDay(outcome.date) })
}
