import type { TFunction } from 'i18next'
import type { UrgingPoint } from '../../../shared/domain/urging.ts'

/** By which of the rule's days an agency was urged (T6). */
export function urgingRuleWords(t: TFunction, { when, days }: UrgingPoint): string {
  if (when === 'on-day') return t('urging.onDue')
  return t(when === 'before' ? 'urging.beforeDue' : 'urging.afterDue', { count: days })
}
