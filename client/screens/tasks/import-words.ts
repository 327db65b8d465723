import type { TFunction } from 'i18next'
import type { AgencyId } from '../../../shared/domain/id.ts'
import { type TaskColumnId, taskColumns } from '../../../shared/domain/task-columns.ts'
import type { ImportNotice, ImportProblem } from '../../../shared/domain/task-import.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import { unreachable } from '../../../shared/lib/unreachable.ts'

/** Why a row cannot be imported, and what one should know of it. Columns are called as the file calls them. */

const headOf = (id: TaskColumnId): string => taskColumns.find((one) => one.id === id)?.head ?? id

export const headsOf = (ids: readonly TaskColumnId[]): string => ids.map(headOf).join(', ')

export function importProblemWords(t: TFunction, problem: ImportProblem): string {
  switch (problem.kind) {
    case 'missing':
    case 'no-stored-value':
      return t(`taskImport.problem.${problem.kind}`, { column: headOf(problem.column) })
    case 'unclear':
      return t('taskImport.problem.unclear', { column: headOf(problem.column), text: problem.text })
    case 'too-long': {
      const { length, most, column } = problem
      return t('taskImport.problem.too-long', { column: headOf(column), length, most })
    }
    case 'agency-unknown': {
      const { text, nearest } = problem
      return nearest === null
        ? t('taskImport.problem.agency-unknown', { text })
        : t('taskImport.problem.agency-nearest', { text, nearest })
    }
    case 'day-not-possible': {
      const day = formatDay(problem.day)
      return t('taskImport.problem.day-not-possible', { column: headOf(problem.column), day })
    }
    case 'agency-unclear': {
      const names = problem.names.map(({ name, now }) =>
        now === null ? name : t('taskImport.problem.name-now', { name, now }),
      )
      return t('taskImport.problem.agency-unclear', { text: problem.text, names: names.join('; ') })
    }
    case 'several-leads':
    case 'assigner-unknown':
    case 'code-unknown':
      return t(`taskImport.problem.${problem.kind}`, { text: problem.text })
    case 'twice':
      return t('taskImport.problem.twice', { row: problem.row })
    case 'already-assigned':
      return t('taskImport.problem.already-assigned', { columns: headsOf(problem.columns) })
    case 'deadline-before-source':
    case 'deadline-before-original':
    case 'secret-task-holds-words':
      return t(`taskImport.problem.${problem.kind}`)
    default:
      return unreachable(problem)
  }
}

export function importNoticeWords(
  t: TFunction,
  notice: ImportNotice,
  agencyOf: (id: AgencyId) => string,
): string {
  switch (notice.kind) {
    case 'former-name':
      return t('taskImport.notice.former-name', { was: notice.was, name: agencyOf(notice.agency) })
    case 'formula':
      return t('taskImport.notice.formula', { columns: headsOf(notice.columns) })
    case 'standing-left-out':
      return t('taskImport.notice.standing-left-out')
    default:
      return unreachable(notice)
  }
}

const refusals = [
  ...(['not-a-workbook', 'old-workbook', 'locked-workbook', 'workbook-macros', 'broken-workbook'] as const),
  ...(['workbook-too-complex', 'no-task-table', 'workbook-secret'] as const),
]

/** Why the server did not take the workbook. */
export function workbookRefusalWords(t: TFunction, reason: unknown): string {
  const facts = typeof reason === 'object' && reason !== null ? reason : {}
  const kind = 'kind' in facts ? facts.kind : null
  const known = refusals.find((one) => one === kind) ?? 'not-a-workbook'
  const rows = 'rows' in facts && Array.isArray(facts.rows) ? facts.rows.slice(0, 20).join(', ') : ''
  const sheets = 'sheets' in facts && Array.isArray(facts.sheets) ? facts.sheets.slice(0, 10).join(', ') : ''
  return t(`taskImport.refused.${known}`, { rows, sheets })
}
