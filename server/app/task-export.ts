import { permit, type Subject } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { statusBy } from '../../shared/domain/task-line.ts'
import { orderTasks, type TaskSort } from '../../shared/domain/task-order.ts'
import { isShown, selectFields, type TaskFilter } from '../../shared/domain/task-select.ts'
import { countStatuses } from '../../shared/domain/task-status.ts'
import { countText, percentText } from '../../shared/lib/figure-text.ts'
import { dayOf, formatDay, formatHour, type Instant } from '../../shared/lib/time.ts'
import type { TableFormat, TaskViewName } from '../../shared/protocol/task-query.ts'
import type { HeldTask, HeldTasks } from './held-tasks.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Clock } from './ports.ts'
import { type FileToWrite, inPieces, type WriteTables } from './table-port.ts'
import { chosenWords } from './task-choice.ts'
import { groupTable, type Names, printedTable, type RowsOf, registerTable } from './task-table.ts'
import { unitsFor } from './task-units.ts'

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
  }): Promise<FileToWrite>
}

type Deps = {
  index: HeldTasks
  ledger: Pick<LedgerReads, 'rows' | 'openings'>
  clock: Clock
  write: WriteTables
}

const title = 'Sổ theo dõi nhiệm vụ'

export const createTaskExports = ({ index, ledger, clock, write }: Deps): TaskExports => ({
  warm: async () => {
    await index.tasks(dayOf(clock.now()))
  },
  make: async ({ view, filter, sort, subject, format }) => {
    const at = clock.now()
    const units = await unitsFor(subject, ledger)
    const names = { ...(await namesIn(ledger)), ...(units && { unit: units.nameOf }) }
    const readable = (await index.tasks(dayOf(at)))
      .filter(({ about }) => permit(subject, { action: 'read-task', task: about.facts }).allow)
      .map((task) => (units ? { ...task, units: units.byTask.get(task.line.id) ?? [] } : task))
    const { basis } = filter
    const tasks = selectFields(readable, filter, subject).filter((one) => isShown(one, filter.show, basis))
    const about = [chosenWords({ view, filter, sort }, readable, names), figureWords(tasks, filter, at)]
    const fileOf = <R>({ columns, rows, cells }: RowsOf<R>): FileToWrite => ({
      fileName: `so-nhiem-vu-${dayOf(at)}.${format}`,
      total: rows.length,
      write: async (watch) => {
        const table = { columns, name: title, notes: [], total: rows.length, rows: inPieces(rows, cells) }
        return await write({ title, about, at, tables: [table] }, format, watch)
      },
    })
    if (view !== 'list') return fileOf(groupTable(view, tasks, names, basis))
    const ordered = orderTasks(tasks, sort, { names, basis })
    return fileOf((format === 'pdf' ? printedTable : registerTable)(ordered, names, basis))
  },
})

async function namesIn(ledger: Pick<LedgerReads, 'rows'>): Promise<Names> {
  const rows = await ledger.rows(['agency/', 'person/'])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  return {
    agency: (id) => reader.get('agency', `agency/${id}`)?.name ?? id,
    person: (id) => reader.get('person', `person/${id}`)?.name ?? id,
  }
}

function figureWords(tasks: readonly HeldTask[], { basis }: TaskFilter, at: Instant): string {
  const { doneRate, ...figures } = countStatuses(tasks.map((task) => statusBy(task, basis)))
  const [total, done, onTime, late, inTime, overdue] = [
    ...[figures.total, figures.done, figures.onTime, figures.late, figures.inTime, figures.overdue],
  ].map((count) => countText(count))
  const rate = doneRate === null ? '' : ` Tỷ lệ hoàn thành trên đến hạn ${percentText(doneRate)}.`
  const by = basis === 'original' ? 'hạn ban đầu' : 'hạn hiện tại'
  return `Đến ${formatHour(at)} ngày ${formatDay(dayOf(at))}, tính theo ${by}: tổng số ${total}; hoàn thành ${done} (đúng hạn ${onTime}, quá hạn ${late}); trong hạn ${inTime}; quá hạn ${overdue}.${rate}`
}
