import { expect, test } from 'vitest'
import { inDueOrder, orderTasks } from './task-order.ts'
import {
  countShows,
  everyTask,
  partsOf,
  selectFields,
  type TaskFilter,
  taskShows,
  tasksForHome,
} from './task-select.ts'
import { agency, at, day, person } from './testing/cabinet.ts'
import { done, line, listed, reader, selectTasks } from './testing/task-lines.ts'

const today = '2026-03-02'
const [late, soon, far, over, waits, draft, gone] = [
  line({ deadline: day('2026-02-27'), text: 'Báo cáo thiên tai' }),
  line({ deadline: day('2026-03-05'), lead: 'finance', supporting: ['health'] }),
  line({ deadline: day('2026-06-30'), original: day('2026-02-28'), assigner: 'dpm' }),
  done('2026-02-28', { deadline: day('2026-02-27'), since: at('2026-03-01') }),
  line({
    state: 'reported-done',
    reportedOn: day('2026-02-27'),
    deadline: day('2026-02-27'),
    lead: 'finance',
  }),
  line({ state: 'draft', assignedOn: null, deadline: null, original: null, extension: 'none' }),
  line({ state: 'cancelled', extension: 'asked' }),
]
const all = listed([late, soon, far, over, waits, draft, gone], today)
const select = (filter: Partial<TaskFilter>, subject = reader()) =>
  selectTasks(all, { ...everyTask, ...filter }, subject).map((one) => one.line)

test('[T7] a list by status, agency, source, assigner, days and words', () => {
  expect(select({})).toEqual([late, soon, far, over, waits, draft])
  expect(select({ show: 'overdue' })).toEqual([late])
  expect(select({ show: 'due-soon' })).toEqual([soon])
  expect(select({ show: 'waiting' })).toEqual([waits])
  expect(select({ show: 'cancelled' })).toEqual([gone])
  expect(select({ agency: agency('health') })).toEqual([late, soon, far, over, draft])
  expect(select({ assigner: person('dpm') })).toEqual([far])
  expect(select({ from: day('2026-03-01'), to: day('2026-03-05') })).toEqual([soon])
  expect(select({ paper: late.paper, text: 'BÁO CÁO thien' })).toEqual([late])
  expect(select({ paper: 'directive/2026-02-20/99' })).toEqual([])
})

test('[T4] the same list on the deadlines that were first set', () => {
  expect(select({ show: 'overdue', basis: 'original' })).toEqual([late, far])
  expect(select({ to: day('2026-02-28'), show: 'overdue', basis: 'original' })).toEqual([late, far])
})

test('[T7] whose tasks: a minister’s agency without its drafts, what one has assigned, all for the Prime Minister', () => {
  const minister = reader({ person: person('m2'), roles: ['minister'], of: [agency('health')] })
  expect(partsOf(minister)).toEqual(['lead', 'support', 'assigned'])
  expect(select({ part: 'lead' }, minister)).toEqual([late, far, over])
  expect(select({ part: 'support' }, minister)).toEqual([soon])
  expect(select({ part: 'assigned' }, minister)).toEqual([])
  expect(partsOf(reader())).toEqual(['all', 'assigned'])
  expect(select({ part: 'assigned' }, reader({ person: person('dpm') }))).toEqual([far])
  expect(partsOf(reader({ isMember: false, roles: ['secretary'] }))).toEqual(['all'])
})

test('[T7] the counts on the chips are those of the lists behind them', () => {
  const fields = selectFields(all, everyTask, reader())
  const counts = countShows(fields, taskShows)
  for (const show of taskShows) expect(counts.get(show)).toBe(select({ show }).length)
})

test('[T6] what waits for a minister: due within the week, overdue, and one’s own to decide', () => {
  const minister = reader({ person: person('m2'), roles: ['minister'], of: [agency('finance')] })
  expect(tasksForHome(all, minister).map((one) => one.line)).toEqual([soon])
  expect(tasksForHome(all, reader()).map((one) => one.line)).toEqual([draft])
})

test('[T7] what is to be done first stands first; by a column equal ones keep their places', () => {
  expect(inDueOrder(all).map((one) => one.line)).toEqual([late, waits, soon, far, draft, over, gone])
  const names = { agency: (id: string) => (id === 'health' ? 'Bộ Y tế' : 'Bộ Tài chính'), person: String }
  const byLead = orderTasks(all, { by: 'lead', descending: false }, { names })
  expect(byLead.map((one) => one.line)).toEqual([soon, waits, late, far, over, draft, gone])
  const byDue = orderTasks(all, { by: 'deadline', descending: true }, { names })
  expect(byDue[0]?.line).toBe(draft)
  const numbers = listed(
    ['9/CT', '38/CT', '366/CT'].map((number) => line({ source: { ...late.source, number } })),
    today,
  )
  expect(orderTasks(numbers.toReversed(), { by: 'source', descending: false }, { names })).toEqual(numbers)
})
