import type { ActIntake } from '../../server/app/act-intake.ts'
import type { HeldTask, HeldTasks } from '../../server/app/held-tasks.ts'
import type { LedgerReads } from '../../server/app/ledger-port.ts'
import { subjectOn } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { TaskId } from '../../shared/domain/id.ts'
import { groupByAssigner, groupByDue, groupBySource, rankAgencies } from '../../shared/domain/task-groups.ts'
import { statusBy } from '../../shared/domain/task-line.ts'
import { orderTasks, taskSortKeys } from '../../shared/domain/task-order.ts'
import { everyTask, type TaskFilter } from '../../shared/domain/task-select.ts'
import { countStatuses, statusOf } from '../../shared/domain/task-status.ts'
import { burnDown, trendByMonth } from '../../shared/domain/task-trends.ts'
import { selectTasks } from '../../shared/domain/testing/task-lines.ts'
import { type Day, instant } from '../../shared/lib/time.ts'
import { quantile } from './reader-report.ts'
import { agencyAt, chief } from './tasks-register.ts'
import { print, timed } from './tasks-report.ts'

const names = { agency: (id: string) => `Bộ ${id}`, person: (id: string) => `Đồng chí ${id}` }
const rounds = 5

/** Each view as the first after a change of the register shows it; then filters and orders of what is there. */
export async function measureViews(deps: {
  index: HeldTasks
  intake: Pick<ActIntake, 'appendServer'>
  ledger: Pick<LedgerReads, 'rows' | 'rowsOfKind'>
  today: Day
}): Promise<void> {
  const { index, intake, ledger, today } = deps
  const reader = readerOver(new Map((await ledger.rows(['person/'])).map(({ key, entity }) => [key, entity])))
  const person = reader.get('person', `person/${chief}`)
  if (!person) throw new Error('nobody')
  const subject = subjectOn(person, null, instant(Date.now()))
  const select = (tasks: readonly HeldTask[], filter: Partial<TaskFilter> = {}) =>
    selectTasks(tasks, { ...everyTask, ...filter }, subject)

  const views: Readonly<Record<string, (tasks: readonly HeldTask[]) => unknown>> = {
    list: (tasks) => orderTasks(select(tasks), null, { names }).slice(0, 100),
    figures: (tasks) => countStatuses(select(tasks).map((one) => statusBy(one, 'current'))),
    'by agency': (tasks) => rankAgencies(select(tasks)),
    'by source': (tasks) => groupBySource(select(tasks)),
    'by assigner': (tasks) => groupByAssigner(select(tasks)),
    'by week': (tasks) => groupByDue(select(tasks), 'week'),
    'trend by month': (tasks) => trendByMonth(select(tasks), { today }),
    'burn-down': (tasks) => burnDown(select(tasks, { paper: tasks[40]?.line.paper ?? null }), { today }),
  }
  let changed = 0
  const change = async () => {
    changed += 1
    const at = changed
    const task = TaskId.parse(`task-${at}`)
    await intake.appendServer(
      () => [{ id: `bench/change-${at}`, events: [{ kind: 'task-received', task, by: chief }] }],
      [`task/${task}`],
    )
  }
  for (const [name, make] of Object.entries(views)) {
    const taken: number[] = []
    for (let i = 0; i < rounds; i++) {
      await change()
      taken.push((await timed(async () => make(await index.tasks(today)))).ms)
    }
    const metric = `${name}, first shown after a change`
    print({ metric: `${metric}, p50`, value: quantile(taken, 0.5), unit: 'ms', most: 200 })
    print({ metric: `${metric}, slowest of ${rounds}`, value: Math.max(...taken), unit: 'ms' })
  }

  const tasks = await index.tasks(today)
  const first = await timed(() => select(tasks, { text: 'benh vien ve tinh' }))
  print({ metric: 'words first sought, all folded', value: first.ms, unit: 'ms' })
  const filters: Partial<TaskFilter>[] = [
    { show: 'overdue' },
    { agency: agencyAt(6), show: 'in-time', basis: 'original' },
    { text: 'bệnh viện vệ tinh', agency: agencyAt(6) },
    { text: 'nhiem vu thu 1' },
    { from: today, to: today },
  ]
  const taken: number[] = []
  for (const filter of filters) {
    for (const by of taskSortKeys) {
      for (const descending of [false, true]) {
        const { ms } = await timed(() => orderTasks(select(tasks, filter), { by, descending }, { names }))
        taken.push(ms)
      }
    }
  }
  // The same question without an index in memory: the rows of the kind, read and judged anew.
  const anew = await timed(async () =>
    (await ledger.rowsOfKind('task')).filter(
      ({ entity }) => entity.leadAgency === agencyAt(6) && statusOf(entity, today) === 'overdue',
    ),
  )
  const held = await timed(() => select(tasks, { agency: agencyAt(6), show: 'overdue' }))
  print({ metric: 'overdue of an agency', value: held.ms, unit: 'ms' })
  print({ metric: 'overdue of an agency', value: anew.ms, unit: 'ms', subject: 'database' })
  print({
    metric: 'overdue of an agency, ours to the database',
    value: held.ms / anew.ms,
    unit: 'ratio',
    subject: 'ratio',
    most: 0.1,
  })
  print({ metric: 'filter and order p50', value: quantile(taken, 0.5), unit: 'ms' })
  print({ metric: 'filter and order p95', value: quantile(taken, 0.95), unit: 'ms', most: 100 })
  print({ metric: 'filter and order, slowest', value: Math.max(...taken), unit: 'ms' })
}
