import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, lastOfMonth } from '../lib/time.ts'
import { groupByAssigner, groupByDue, groupBySource, rankAgencies } from './task-groups.ts'
import { listedOn, type TaskLine } from './task-line.ts'
import { burnDown, trendByMonth } from './task-trends.ts'
import { day } from './testing/cabinet.ts'
import { done, line, listed } from './testing/task-lines.ts'

const today = '2026-03-20'

test('[T2] agencies by the rate over what has fallen due, beside the rate over all', () => {
  const due = (text: string) => ({ deadline: day(text) })
  const tasks = [
    ...[done('2026-03-01', due('2026-03-10')), line({ ...due('2026-03-10') }), line(due('2026-05-01'))],
    ...[done('2026-03-12', { lead: 'finance', ...due('2026-03-10') })],
    ...[done('2026-03-01', { lead: 'law' }), done('2026-03-01', { lead: 'law' })],
    ...[line({ lead: 'new', ...due('2026-06-01') }), line({ state: 'draft', lead: 'draft' })],
  ]
  const ranks = rankAgencies(listed(tasks, today))
  expect(
    ranks.map(({ agency, place, figures }) => [agency, place, figures.doneRate, figures.doneOfAll]),
  ).toEqual([
    ['law', 1, 1, 1],
    ['finance', 1, 1, 1],
    ['health', 3, 1 / 2, 1 / 3],
    ['new', null, null, 0],
  ])
  expect(ranks[1]?.figures.late).toBe(1)
})

test('[T4] the ranking on the deadlines that were first set', () => {
  const task = line({ deadline: day('2026-05-01'), original: day('2026-03-01') })
  const [current, original] = (['current', 'original'] as const).map((basis) =>
    rankAgencies(listed([task], today), basis),
  )
  expect([current?.[0]?.figures.inTime, original?.[0]?.figures.overdue]).toEqual([1, 1])
})

test('[T7] by paper, by assigner, by week and by month of the deadline', () => {
  const paper = { kind: 'resolution', number: '1/NQ-CP', date: day('2026-03-01') } as const
  const tasks = listed(
    [
      line({ deadline: day('2026-03-01') }),
      line({ deadline: day('2026-03-02'), source: paper, assigner: 'dpm' }),
      line({ deadline: day('2026-03-08'), source: paper }),
      line({ deadline: null }),
    ],
    today,
  )
  expect(groupBySource(tasks).map(({ source, figures }) => [source.number, figures.total])).toEqual([
    ['1/NQ-CP', 2],
    ['12/CT-TTg', 2],
  ])
  expect(groupByAssigner(tasks).map(({ assigner, figures }) => [assigner, figures.total])).toEqual([
    ['pm', 3],
    ['dpm', 1],
  ])
  const spans = (span: 'week' | 'month') =>
    groupByDue(tasks, span).map(({ from, to, figures }) => [from, to, figures.total])
  expect(spans('week')).toEqual([
    ['2026-02-23', '2026-03-01', 1],
    ['2026-03-02', '2026-03-08', 2],
  ])
  expect(spans('month')).toEqual([['2026-03-01', '2026-03-31', 3]])
})

const someDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2025-03-01'), n))
const someLine = fc
  .record({ given: someDay, due: someDay, ended: fc.option(someDay) })
  .map(({ given, due, ended }): TaskLine => {
    const after = ended !== null && ended < given ? given : ended
    const facts = { assignedOn: given, deadline: due }
    return after ? done(after, facts) : line(facts)
  })

test('[T2] the trend of a month is what counting the tasks of its last day gives', () => {
  fc.assert(
    fc.property(fc.array(someLine, { maxLength: 30 }), (lines) => {
      for (const { month, left, overdue } of trendByMonth(listed(lines, today), { today: day(today) })) {
        const end = [lastOfMonth(month), day(today)].sort()[0] as Day
        const open = lines.filter(
          (one) => (one.assignedOn ?? '') <= end && !(one.doneOn && one.doneOn <= end),
        )
        expect([left, overdue]).toEqual([
          open.length,
          open.filter((one) => (one.deadline ?? '') < end).length,
        ])
      }
    }),
  )
})

test('[T2] the last month’s count of what is overdue is the list’s own', () => {
  const tasks = [line({ deadline: day('2026-03-19') }), line({ deadline: day('2026-03-20') })]
  const now = listed(tasks, today)
  expect(trendByMonth(now, { today: day(today) }).at(-1)).toMatchObject({ left: 2, overdue: 1, due: 2 })
  expect(now.filter(({ status }) => status === 'overdue')).toHaveLength(1)
  expect(trendByMonth([], { today: day(today) })).toEqual([])
})

test('[T7] what was left of a paper’s tasks, beside what should have been', () => {
  const given = { assignedOn: day('2026-03-01') }
  const tasks = [
    done('2026-03-05', { ...given, deadline: day('2026-03-10') }),
    line({ ...given, deadline: day('2026-03-10') }),
    line({ ...given, deadline: day('2026-04-01') }),
  ].map((one) => listedOn(one, day(today)))
  expect(burnDown(tasks, { today: day(today) })).toEqual([
    { day: '2026-03-01', left: 3, planned: 3 },
    { day: '2026-03-05', left: 2, planned: 3 },
    { day: '2026-03-10', left: 2, planned: 1 },
    { day: '2026-03-20', left: 2, planned: 1 },
    { day: '2026-04-01', left: null, planned: 0 },
  ])
})
