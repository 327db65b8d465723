import { permit, type Subject } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { statusBy } from '../../shared/domain/task-line.ts'
import { orderTasks, type TaskSort } from '../../shared/domain/task-order.ts'
import { isShown, selectFields, type TaskFilter } from '../../shared/domain/task-select.ts'
import { countStatuses } from '../../shared/domain/task-status.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { dayOf, formatDay, formatHour } from '../../shared/lib/time.ts'
import type { TableFormat, TaskViewName } from '../../shared/protocol/task-query.ts'
import type { HeldTask, HeldTasks } from './held-tasks.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Clock } from './ports.ts'
import type { TableCell, WriteTable } from './table-port.ts'
import { groupTable, type Names, printedTable, registerTable } from './task-table.ts'

/** What a screen shows of the register as a file (T8): the same rule selects, of what the one who asks may read (D2). */
export type TaskExports = {
  /** Reads the register beforehand. */
  warm(): Promise<void>
  make(request: {
    view: TaskViewName
    filter: TaskFilter
    sort: TaskSort
    subject: Subject
    format: TableFormat
  }): Promise<{ fileName: string; bytes: Bytes }>
}

type Deps = {
  index: HeldTasks
  ledger: Pick<LedgerReads, 'rows'>
  clock: Clock
  write: WriteTable
}

const rowsAtOnce = 500

export const createTaskExports = ({ index, ledger, clock, write }: Deps): TaskExports => ({
  warm: async () => {
    await index.tasks(dayOf(clock.now()))
  },
  make: async ({ view, filter, sort, subject, format }) => {
    const at = clock.now()
    const names = await namesIn(ledger)
    const readable = (await index.tasks(dayOf(at))).filter(
      ({ about }) => permit(subject, { action: 'read-task', task: about.facts }).allow,
    )
    const { basis } = filter
    const inFields = selectFields(readable, filter, subject)
    const list = () => {
      const shown = inFields.filter((one) => isShown(one, filter.show, basis))
      const ordered = orderTasks(shown, sort, { names, basis })
      return format === 'pdf' ? printedTable(ordered, names, basis) : registerTable(ordered, names, basis)
    }
    const told = {
      title: 'Sổ theo dõi nhiệm vụ',
      about: aboutOf(inFields, filter, at),
      at,
    }
    const bytes =
      view === 'list'
        ? await written(list(), told)
        : await written(groupTable(view, inFields, names, basis), told)
    return { fileName: `so-nhiem-vu-${dayOf(at)}.${format}`, bytes }

    async function written<R>(
      table: {
        columns: Parameters<WriteTable>[0]['columns']
        rows: readonly R[]
        cells: (row: R, at: number) => TableCell[]
      },
      facts: Omit<Parameters<WriteTable>[0], 'columns'>,
    ): Promise<Bytes> {
      return await write({ ...facts, columns: table.columns }, pieces(table), format)
    }
  },
})

function* pieces<R>({
  rows,
  cells,
}: {
  rows: readonly R[]
  cells: (row: R, at: number) => TableCell[]
}): Iterable<TableCell[][]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    yield rows.slice(from, from + rowsAtOnce).map((row, i) => cells(row, from + i))
  }
}

async function namesIn(ledger: Pick<LedgerReads, 'rows'>): Promise<Names> {
  const rows = await ledger.rows(['agency/', 'person/'])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  return {
    agency: (id) => reader.get('agency', `agency/${id}`)?.name ?? id,
    person: (id) => reader.get('person', `person/${id}`)?.name ?? id,
  }
}

function aboutOf(tasks: readonly HeldTask[], { basis }: TaskFilter, at: Parameters<typeof dayOf>[0]): string {
  const { total, done, onTime, late, inTime, overdue, doneRate } = countStatuses(
    tasks.map((task) => statusBy(task, basis)),
  )
  const rate =
    doneRate === null
      ? ''
      : ` Tỷ lệ hoàn thành trên đến hạn ${(doneRate * 100).toFixed(2).replace('.', ',')}%.`
  const by = basis === 'original' ? 'hạn ban đầu' : 'hạn hiện tại'
  return `Đến ${formatHour(at)} ngày ${formatDay(dayOf(at))}, tính theo ${by}: tổng số ${total}; hoàn thành ${done} (đúng hạn ${onTime}, quá hạn ${late}); trong hạn ${inTime}; quá hạn ${overdue}.${rate}`
}
