import type { AgencyId, PersonId, UnitId } from '../../shared/domain/id.ts'
import type { TaskSource } from '../../shared/domain/task.ts'
import {
  securityWords,
  sourceKindWords,
  type TaskColumnId,
  taskColumns,
} from '../../shared/domain/task-columns.ts'
import { groupByAssigner, groupByDue, groupBySource, rankAgencies } from '../../shared/domain/task-groups.ts'
import { statusBy } from '../../shared/domain/task-line.ts'
import type { DeadlineBasis, TaskFigures, TaskStatus } from '../../shared/domain/task-status.ts'
import { formatDay } from '../../shared/lib/time.ts'
import type { TaskViewName } from '../../shared/protocol/task-query.ts'
import type { HeldTask } from './held-tasks.ts'
import type { TableCell, TableColumn } from './table-port.ts'

/** Views of the register as tables; in Vietnamese, whatever language the screen speaks, as what is imported (T8). */

export type Names = {
  agency(id: AgencyId): string
  person(id: PersonId): string
  /** For an agency's desk: its file has a column of the units that have a part in a task. */
  unit?: (id: UnitId) => string
}

export type RowsOf<R> = {
  columns: readonly TableColumn[]
  rows: readonly R[]
  cells: (row: R, at: number) => TableCell[]
}

const statusWords: Readonly<Record<TaskStatus, string>> = {
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'in-time': 'Trong hạn',
  overdue: 'Quá hạn',
}

const statusText = (task: HeldTask, basis: DeadlineBasis): string => {
  const status = statusBy(task, basis)
  if (status !== null) return statusWords[status]
  return task.line.state === 'draft' ? 'Dự thảo' : 'Đã hủy'
}

/** What a secret says is on paper alone (D3). */
const secretText = 'Nhiệm vụ mật: nội dung ghi tại văn bản giấy'
const textOf = ({ about }: HeldTask): string =>
  about.security === 'none' ? (about.content?.text ?? '') : secretText

export const paperWords = ({ kind, number, date }: TaskSource, unnumbered = '(chưa có số)'): string =>
  [sourceKindWords[kind], number || unnumbered, date && `ngày ${formatDay(date)}`].filter(Boolean).join(' ')

/** The columns that are imported, each with what it says: an export is an import that changes nothing. */
const cellOf: Readonly<
  Record<TaskColumnId, (task: HeldTask, names: Names, basis: DeadlineBasis) => TableCell>
> = {
  code: ({ line }) => line.id,
  'source-kind': ({ line }) => sourceKindWords[line.source.kind],
  'source-number': ({ line }) => line.source.number,
  'source-date': ({ line }) => line.source.date,
  abstract: ({ about }) => about.content?.abstract ?? '',
  text: ({ about }) => about.content?.text ?? '',
  lead: ({ line }, names) => names.agency(line.lead),
  supporting: ({ line }, names) => line.supporting.map(names.agency).join('; '),
  assigner: ({ line }, names) => names.person(line.assigner),
  'original-deadline': ({ line }) => line.original,
  deadline: ({ line }) => line.deadline,
  security: ({ about }) => securityWords[about.security],
  product: ({ about }) => about.content?.product ?? '',
  status: (task, _, basis) => statusText(task, basis),
  percent: ({ about }) => about.percent,
  'done-on': ({ line }) => line.doneOn,
  'result-number': ({ about }) => about.product?.number ?? '',
  'result-date': ({ about }) => about.product?.date ?? null,
}

export const registerTable = (
  tasks: readonly HeldTask[],
  names: Names,
  basis: DeadlineBasis,
): RowsOf<HeldTask> => ({
  columns: [
    ...taskColumns.map(({ id, head, width, isDay }): TableColumn => {
      return { head, width, kind: isDay ? 'day' : id === 'percent' ? 'number' : 'text' }
    }),
    ...unitColumn(names, 40),
  ],
  rows: tasks,
  cells: (task) => [...taskColumns.map(({ id }) => cellOf[id](task, names, basis)), ...unitCell(task, names)],
})

const unitColumn = ({ unit }: Names, width: number): TableColumn[] =>
  unit ? [{ head: 'Đơn vị thực hiện', width, kind: 'text' }] : []

const unitCell = ({ units = [] }: HeldTask, { unit }: Names): TableCell[] =>
  unit ? [units.map(unit).join('; ')] : []

/** As many columns as a sheet of paper has room for. */
export const printedTable = (
  tasks: readonly HeldTask[],
  names: Names,
  basis: DeadlineBasis,
): RowsOf<HeldTask> => ({
  columns: [
    { head: 'TT', width: 6, kind: 'number' },
    { head: 'Nội dung nhiệm vụ', width: 46, kind: 'text' },
    { head: 'Cơ quan chủ trì', width: 24, kind: 'text' },
    { head: 'Văn bản giao', width: 24, kind: 'text' },
    { head: 'Thời hạn', width: 14, kind: 'day' },
    { head: 'Tình trạng', width: 18, kind: 'text' },
    ...unitColumn(names, 24),
  ],
  rows: tasks,
  cells: (task, at) => {
    const { line } = task
    const due = basis === 'original' ? line.original : line.deadline
    const paper = paperWords(line.source, '')
    const status = statusText(task, basis)
    return [at + 1, textOf(task), names.agency(line.lead), paper, due, status, ...unitCell(task, names)]
  },
})

type Counted = { name: string; place: number | null; figures: TaskFigures }

const countColumns: readonly TableColumn[] = [
  ...['Tổng số', 'Hoàn thành đúng hạn', 'Hoàn thành quá hạn', 'Trong hạn', 'Quá hạn'].map(
    (head): TableColumn => ({ head, width: 14, kind: 'number' }),
  ),
  ...['Hoàn thành trên đến hạn', 'Hoàn thành trên tổng số'].map(
    (head): TableColumn => ({ head, width: 14, kind: 'percent' }),
  ),
]

export function groupTable(
  view: Exclude<TaskViewName, 'list'>,
  tasks: readonly HeldTask[],
  names: Names,
  basis: DeadlineBasis,
): RowsOf<Counted> {
  const isRanking = view === 'agency'
  return {
    columns: [
      ...(isRanking ? [{ head: 'Hạng', width: 8, kind: 'number' } as const] : []),
      { head: groupHeads[view], width: 40, kind: 'text' },
      ...countColumns,
    ],
    rows: countedBy(view, tasks, names, basis),
    cells: ({ name, place, figures }) => [
      ...(isRanking ? [place] : []),
      name,
      ...[figures.total, figures.onTime, figures.late, figures.inTime, figures.overdue],
      ...[figures.doneRate, figures.doneOfAll],
    ],
  }
}

const groupHeads = {
  agency: 'Cơ quan chủ trì',
  source: 'Văn bản giao nhiệm vụ',
  assigner: 'Người giao',
  week: 'Tuần đến hạn',
  month: 'Tháng đến hạn',
} as const

function countedBy(
  view: Exclude<TaskViewName, 'list'>,
  tasks: readonly HeldTask[],
  names: Names,
  basis: DeadlineBasis,
): Counted[] {
  switch (view) {
    case 'agency':
      return rankAgencies(tasks, basis).map(({ agency, ...row }) => ({ name: names.agency(agency), ...row }))
    case 'assigner':
      return groupByAssigner(tasks, basis).map(({ assigner, figures }) => ({
        ...{ name: names.person(assigner), place: null, figures },
      }))
    case 'source':
      return groupBySource(tasks, basis).map(({ source, figures }) => ({
        ...{ name: paperWords(source), place: null, figures },
      }))
    default:
      return groupByDue(tasks, view, basis).map(({ from, to, figures }) => ({
        name:
          view === 'month'
            ? `Tháng ${from.slice(5, 7)}/${from.slice(0, 4)}`
            : `${formatDay(from)} – ${formatDay(to)}`,
        ...{ place: null, figures },
      }))
  }
}
