import type { TFunction } from 'i18next'
import type { Product } from '../../../shared/domain/task.ts'
import { formatDay } from '../../../shared/lib/time.ts'

/** By number and date, or as what lies in the report's files (T5). */
export function productWords(t: TFunction, { number, date }: Product, where: 'trail' | 'sheet'): string {
  const day = formatDay(date)
  if (where === 'trail') {
    return number === '' ? t('tasks.trail.doneFile', { day }) : t('tasks.trail.done', { number, day })
  }
  return number === '' ? t('tasks.sheet.confirmFile', { day }) : t('tasks.sheet.confirmText', { number, day })
}
