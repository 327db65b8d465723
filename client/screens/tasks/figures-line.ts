import type { TFunction } from 'i18next'
import type { TaskFigures } from '../../../shared/domain/task-status.ts'

/** The official rate in words, with what it is made of (T2). */
export function figuresLine(t: TFunction, language: string, figures: TaskFigures): string {
  if (figures.doneRate === null) return t('tasks.register.noRate')
  const percent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 2 })
  return t('tasks.register.figures', { ...figures, rate: percent.format(figures.doneRate) })
}
