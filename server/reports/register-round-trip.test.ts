import { expect, test } from 'vitest'
import { subjectOn } from '../../shared/domain/access.ts'
import { agencyNames } from '../../shared/domain/agency-names.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { PersonId, type TaskId } from '../../shared/domain/id.ts'
import { taskKey } from '../../shared/domain/task.ts'
import {
  assignersOn,
  type KnownTask,
  planImportRow,
  tasksByLikeness,
} from '../../shared/domain/task-import-plan.ts'
import { readImportRow } from '../../shared/domain/task-import-row.ts'
import { everyTask } from '../../shared/domain/task-select.ts'
import { agency, day } from '../../shared/domain/testing/cabinet.ts'
import { agencies, finance, TaskOffice, taskId } from '../../shared/domain/testing/task-office.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { createHeldTasks } from '../app/held-tasks.ts'
import { createTaskExports } from '../app/task-export.ts'
import { registerReads } from '../app/testing/register-reads.ts'
import { readTaskTable } from '../intake/read-task-table.ts'
import { createTableWriter } from './create-table-writer.ts'

const works = agency('works')
const known = [
  ...agencies,
  { kind: 'agency' as const, id: works, name: 'Bộ Xây dựng (cơ quan của Chính phủ)' },
]

/** Diacritics of every kind, an extended deadline, several supporting agencies, what has no number yet, and what is done. */
function register(): TaskOffice {
  const office = new TaskOffice()
  for (const one of known) office.rows.set(`agency/${one.id}`, one)
  office.assigned()
  office.mustTake(office.receive())
  office.mustTake(office.progress(40))
  office.mustTake(office.askExtension('2026-03-31'))
  office.mustTake(office.decideExtension('2026-03-31'))
  const contentHash = office.addTask({
    text: 'Rà soát “Nghị quyết số 01/NQ-CP”;\nđề xuất: cơ chế ưu đãi < 5% & > 3%, Ở Ữ ẵ ợ ỷ',
    abstract: 'Về tháo gỡ vướng mắc, khó khăn cho hợp tác xã; doanh nghiệp',
    product: '=Tờ trình _x0041_',
  })
  const source = { kind: 'resolution' as const, number: '01/NQ-CP', date: day('2026-01-05') }
  office.assigned({
    ...{ task: taskId('two'), contentHash, source },
    ...{ leadAgency: finance, supporting: [works, agencies[0]?.id ?? works], deadline: day('2026-04-30') },
  })
  const unnumbered = { kind: 'conclusion' as const, number: '', date: null }
  office.mustTake(
    office.draftTask({ task: taskId('three'), supporting: [], source: unnumbered, deadline: null }),
  )
  office.mustTake(office.finish())
  // Codes as the program gives them.
  for (const [at, task] of office.tasks.entries()) {
    const id = taskId(`${at}`.padStart(32, '0'))
    office.rows.delete(taskKey(task.id))
    office.rows.set(taskKey(id), { ...task, id })
  }
  return office
}

test.each([
  ['by due date', null],
  ['by another order', { by: 'lead' as const, descending: true }],
])('[T8] the export, %s, is an import that changes nothing: every row is as it is', async (_, sort) => {
  const office = register()
  const reader = readerOver(office.rows)
  const head = reader.get('person', 'person/head')
  if (!head) throw new Error('nobody')
  const { ledger } = registerReads(office)
  const clock = { now: () => office.now }
  const write = createTableWriter()
  const exports = createTaskExports({ index: createHeldTasks(ledger), ledger, clock, write })
  const subject = subjectOn(head, null, office.now)
  const file = await exports.make({ view: 'list', filter: everyTask, sort, subject, format: 'xlsx' })
  const table = readTaskTable(await file.write())
  if (!table.ok) throw new Error(table.error.kind)

  const today = dayOf(office.now)
  const directory = {
    ...{ names: agencyNames(known), today },
    assigners: assignersOn(reader.list('person', 'person/'), today),
  }
  const rows = new Map<TaskId, KnownTask>(
    office.tasks.map((task) => [task.id, { task, content: office.taskContents.get(task.contentHash) }]),
  )
  const choices = { assign: false, assigner: PersonId.parse('pm'), withoutProblems: false }
  const planned = table.value.rows.map(
    (row) =>
      planImportRow(readImportRow(row, table.value, directory), rows, tasksByLikeness(rows), choices).row,
  )
  expect(planned.map(({ outcome, problems }) => [outcome, problems])).toEqual([
    ['same', []],
    ['same', []],
    ['same', []],
  ])
})
