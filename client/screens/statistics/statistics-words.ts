import type { TFunction } from 'i18next'
import type { Period } from '../../../shared/domain/statistics.ts'
import { dayMs, formatDay, hourMs } from '../../../shared/lib/time.ts'
import type { Language } from '../../ui/i18n.ts'

/** Figures as people write them: 6.183 and 2,4 ngày in Vietnamese, 6,183 and 2.4 days in English. */
export function figureWords(t: TFunction, language: Language) {
  const whole = new Intl.NumberFormat(language)
  const tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  return {
    count: (value: number) => whole.format(value),
    money: (value: number) => t('statistics.money', { value: whole.format(value) }),
    share: (value: number | null) => (value === null ? '—' : percent.format(value)),
    span: (ms: number | null | undefined) => {
      if (ms === null || ms === undefined) return '—'
      return ms >= dayMs
        ? t('statistics.days', { value: tenth.format(ms / dayMs) })
        : t('statistics.hours', { value: tenth.format(ms / hourMs) })
    },
    hours: (ms: number) => t('statistics.hours', { value: tenth.format(ms / hourMs) }),
    /** Against the period before; nothing to compare with where that was nothing. */
    change: (now: number | null | undefined, then: number | null | undefined) => {
      if (!now || !then) return '—'
      const part = (now - then) / then
      return `${part > 0 ? '+' : ''}${percent.format(part)}`
    },
  }
}

export const periodWords = ({ from, to }: Period) => ({ from: formatDay(from), to: formatDay(to) })
