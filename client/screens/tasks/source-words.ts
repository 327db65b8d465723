import type { TFunction } from 'i18next'
import type { TaskSource } from '../../../shared/domain/task.ts'
import { formatDay } from '../../../shared/lib/time.ts'

/** The paper that a task comes from, as it is named: "Nghị quyết số 12/NQ-CP ngày 03/03/2026". */
export function sourceWords(t: TFunction, { kind, number, date }: TaskSource): string {
  const name = t(`tasks.source.${kind}`)
  if (number === '' || date === null) return t('tasks.source.noNumber', { kind: name })
  return t('tasks.source.full', { kind: name, number, day: formatDay(date) })
}
