import type { TFunction } from 'i18next'
import type { TaskColumnId } from '../../../shared/domain/task-columns.ts'
import type { ImportProblem, PlannedRow } from '../../../shared/domain/task-import.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import { unreachable } from '../../../shared/lib/unreachable.ts'
import { headsOf, importProblemWords } from './import-words.ts'

/** What an office mends its file by: for each problem the row, the column, what stands there and why that cannot be. */

type Place = { columns: readonly TaskColumnId[]; value: string }

function placeOf(problem: ImportProblem, { deadline }: PlannedRow): Place {
  const at = (column: TaskColumnId, value = ''): Place => ({ columns: [column], value })
  const ofDeadline = at('deadline', deadline === null ? '' : formatDay(deadline))
  switch (problem.kind) {
    case 'missing':
    case 'no-stored-value':
      return at(problem.column)
    case 'too-long':
      return at(problem.column, `(${problem.length})`)
    case 'unclear':
    case 'agency-unknown':
    case 'agency-unclear':
      return at(problem.column, problem.text)
    case 'day-not-possible':
      return at(problem.column, formatDay(problem.day))
    case 'several-leads':
      return at('lead', problem.text)
    case 'assigner-unknown':
      return at('assigner', problem.text)
    case 'code-unknown':
      return at('code', problem.text)
    case 'deadline-before-source':
    case 'deadline-before-original':
      return ofDeadline
    case 'secret-task-holds-words':
      return { columns: ['text', 'abstract', 'product'], value: '' }
    case 'already-assigned':
      return { columns: problem.columns, value: '' }
    case 'twice':
      return { columns: [], value: '' }
    default:
      return unreachable(problem)
  }
}

/** A spreadsheet takes for a formula what begins so. */
const asText = (value: string): string => (/^[=+\-@\t]/.test(value) ? `'${value}` : value)
const quoted = (value: string | number): string => `"${asText(String(value)).replaceAll('"', '""')}"`

/** With the mark by which spreadsheets know that it is Unicode. */
export function problemsCsv(t: TFunction, rows: readonly PlannedRow[]): string {
  const head = (['row', 'column', 'value', 'reason'] as const).map((id) => t(`taskImport.list.${id}`))
  const lines = rows.flatMap((row) =>
    row.problems.map((one) => {
      const { columns, value } = placeOf(one, row)
      return [row.no, headsOf(columns), value, importProblemWords(t, one)]
    }),
  )
  return `\ufeff${[head, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}
