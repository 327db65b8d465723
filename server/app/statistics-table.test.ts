import { expect, test } from 'vitest'
import { statisticsVi } from '../../client/ui/words/statistics.vi.ts'
import { PersonId } from '../../shared/domain/id.ts'
import { type StatisticsSource, statisticsOf } from '../../shared/domain/statistics.ts'
import { figureLines } from '../../shared/domain/statistics-lines.ts'
import { day, person } from '../../shared/domain/testing/cabinet.ts'
import { assumedCosts } from '../../shared/domain/unit-costs.ts'
import { dayMs, hourMs, instant } from '../../shared/lib/time.ts'
import type { StatisticsReply } from '../../shared/protocol/statistics.ts'
import { statisticsTables } from './statistics-table.ts'

const period = { from: day('2026-02-01'), to: day('2026-03-31') }
const set = { by: person('head'), at: instant(Date.UTC(2026, 2, 1, 2)) }
const costs = { ...assumedCosts, pagePrice: 700 }
const source: StatisticsSource = {
  facts: {
    ballots: ['2026-01-10', '2026-02-10', '2026-03-10'].map((closedOn, at) => ({
      ...{ issuedOn: day(closedOn), closedOn: day(closedOn), members: 27 },
      answers: { onTime: 24 - at, late: 1, deemed: 1 + at, notReached: 1 },
      papers: { documents: 4, copies: 108 },
      ...{ toCountMs: (2 + at) * dayMs, toOutcomeMs: null },
    })),
    meetings: [
      {
        ...{ heldOn: day('2026-03-02'), items: 3, attendees: 30, papers: { documents: 10, copies: 300 } },
        ...{ plannedMs: 4 * hourMs, tookMs: 3.5 * hourMs },
      },
    ],
  },
  tasks: [],
  settings: {
    kind: 'settings',
    changes: [{ from: day('2026-03-01'), values: { unitCosts: costs }, set }],
  },
}
const statistics = statisticsOf(source, period, day('2026-04-01'))
const reply: StatisticsReply = {
  ...{ at: instant(Date.UTC(2026, 3, 1, 1)), covered: period, statistics },
  costs: { inForce: costs, set: [{ from: day('2026-03-01'), costs, told: set }] },
}

const tables = new Map(
  statisticsTables(reply, (id) => (id === PersonId.parse('head') ? 'Lê Văn Trưởng' : id)).map(
    ({ rows, columns, ...facts }) => [
      facts.name,
      { ...facts, heads: columns.map(({ head }) => head), rows: [...rows].flat() },
    ],
  ),
)
const table = (name: string) => tables.get(name)?.rows

test('the figures of the file are those of the page, under the words of the page', () => {
  const { whole } = statistics
  const { onTime, late, deemed, notReached } = whole.ballots.answers
  const answers = whole.ballots.onPaper
  expect(
    table(statisticsVi.section.ballots)
      ?.slice(0, 7)
      .map((row) => row.slice(0, 4)),
  ).toEqual([
    [statisticsVi.closed, 'phiếu', 2, null],
    [statisticsVi.onTime, 'ý kiến', onTime, onTime / answers],
    [statisticsVi.late, 'ý kiến', late, late / answers],
    [statisticsVi.deemed, 'ý kiến', deemed, deemed / answers],
    [statisticsVi.notReached, 'ý kiến', notReached, notReached / answers],
    [statisticsVi.toCount, 'ngày', 3, null],
    [statisticsVi.toCountLong, 'ngày', 4, null],
  ])
  expect(table(statisticsVi.section.paper)).toEqual([
    [statisticsVi.paperBallots, 'phiếu', 54, 27, 1],
    [statisticsVi.ballotDocuments, 'bản', 216, 108, 1],
    [statisticsVi.meetingDocuments, 'bản', 300, 0, null],
    [
      ...[statisticsVi.saved, 'đồng', whole.saved.total, statistics.before.figures.saved.total],
      (whole.saved.total - statistics.before.figures.saved.total) / statistics.before.figures.saved.total,
    ],
  ])
  expect(table(statisticsVi.section.meetings)?.map((row) => row.slice(0, 3))).toEqual([
    [statisticsVi.held, 'phiên', 1],
    [statisticsVi.items, 'nội dung', 3],
    [statisticsVi.planned, 'giờ', 4],
    [statisticsVi.took, 'giờ', 3.5],
    [statisticsVi.tookMedian, 'giờ', 3.5],
  ])
  expect(tables.get(statisticsVi.section.tasks)?.heads.slice(1)).toEqual([
    ...[statisticsVi.task.onTime, statisticsVi.task.late, statisticsVi.task.inTime],
    ...[statisticsVi.task.overdue, statisticsVi.task.total, statisticsVi.task.doneRate],
    ...[statisticsVi.task.overdueRate, statisticsVi.task.doneOfAll],
  ])
  expect(table(statisticsVi.section.months)?.map(([from, , closed, , held]) => [from, closed, held])).toEqual(
    [
      ['2026-02-01', 1, 0],
      ['2026-03-01', 1, 1],
    ],
  )
})

test('money stands with its formula and the unit costs as they stood, by whom and from when', () => {
  const saved = tables.get('Số tiền tiết kiệm')
  expect(saved?.notes.join(' ')).toContain(statisticsVi.formula.split(' Mỗi phiên họp')[0])
  const parts = saved?.rows.map((row) => Number(row[2])) ?? []
  expect(parts.slice(0, 3).reduce((sum, part) => sum + part, 0)).toBe(parts[3])
  expect(table('Đơn giá')).toEqual([
    ['Đang áp dụng ngày 01/04/2026', 2, 20, 1, 700, 15_000, ''],
    ['Trước lần đặt đầu tiên', 2, 20, 1, 500, 15_000, 'Giả định của phần mềm, chưa phải định mức'],
    ['Áp dụng từ ngày 01/03/2026', 2, 20, 1, 700, 15_000, 'Lê Văn Trưởng, 01/03/2026 09:00'],
  ])
})

test('none after some is less by all of it; what cannot be told is not compared', () => {
  const april = { from: day('2026-04-01'), to: day('2026-04-30') }
  const { meetings } = figureLines(statisticsOf(source, april, april.to))
  expect(meetings.map(({ id, now, former, change }) => [id, now, former, change])).toEqual([
    ['held', 0, 1, -1],
    ['items', 0, 3, -1],
    ['planned', null, 4, null],
    ['took', null, 3.5, null],
    ['tookMedian', null, 3.5, null],
  ])
})
