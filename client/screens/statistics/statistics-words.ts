import type { TFunction } from 'i18next'
import type { Period } from '../../../shared/domain/statistics.ts'
import { countText, percentText } from '../../../shared/lib/figure-text.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { Language } from '../../ui/i18n.ts'

/** Figures as people write them: 6.183 and 98,63% in Vietnamese, 6,183 and 98.63% in English. */
export function figureWords(t: TFunction, language: Language) {
  const count = (value: number) => countText(value, language)
  return {
    count,
    money: (value: number) => t('statistics.money', { value: count(value) }),
    share: (value: number | null) => (value === null ? '—' : percentText(value, language)),
    /** Against the period before. */
    change: (part: number | null) =>
      part === null ? '—' : `${part > 0 ? '+' : ''}${percentText(part, language)}`,
  }
}

export const periodWords = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) })
