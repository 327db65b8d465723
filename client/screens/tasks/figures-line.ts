import type { TFunction } from 'i18next'
import type { TaskFigures } from '../../../shared/domain/task-status.ts'
import { percentText } from '../../../shared/lib/figure-text.ts'

/** The official rate in words, with what it is made of (T2). */
export function figuresLine(t: TFunction, language: string, figures: TaskFigures): string {
  if (figures.doneRate === null) return t('tasks.register.noRate')
  return t('tasks.register.figures', { ...figures, rate: percentText(figures.doneRate, language) })
}
