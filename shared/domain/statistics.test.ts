import { describe, expect, it } from 'vitest'
import { type Day, dayMs, hourMs } from '../lib/time.ts'
import { Period, periodBefore, type StatisticsSource, statisticsOf } from './statistics.ts'
import type { BallotFact, MeetingFact, StatisticsFacts } from './statistics-facts.ts'
import { at, day, person } from './testing/cabinet.ts'
import { assumedCosts } from './unit-costs.ts'

const today = day('2026-07-01')

const ballot = (closedOn: string, more: Partial<BallotFact> = {}): BallotFact => ({
  issuedOn: day(closedOn),
  closedOn: day(closedOn),
  members: 27,
  answers: { onTime: 24, late: 1, deemed: 1, notReached: 1 },
  papers: { documents: 4, copies: 108 },
  toCountMs: 2 * dayMs,
  toOutcomeMs: null,
  ...more,
})
const meeting = (heldOn: string): MeetingFact => ({
  heldOn: day(heldOn),
  items: 3,
  attendees: 30,
  papers: { documents: 10, copies: 300 },
  plannedMs: 4 * hourMs,
  tookMs: 3 * hourMs,
})

const source = (
  facts: Partial<StatisticsFacts>,
  settings?: StatisticsSource['settings'],
): StatisticsSource => ({
  facts: { ballots: [], meetings: [], ...facts },
  tasks: [],
  settings,
})
const period = (from: string, to: string) => ({ from: day(from), to: day(to) })

describe('the figures of a period', () => {
  it('counts a ballot in the period in which it closed, both ends included, and not twice', () => {
    const ballots = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((one) => ballot(one))
    const { whole, before, months } = statisticsOf(
      source({ ballots }),
      period('2026-03-01', '2026-03-31'),
      today,
    )
    expect(whole.ballots).toMatchObject({ closed: 2, onPaper: 54, documents: 8, documentsOnPaper: 216 })
    expect(whole.ballots.answers).toEqual({ onTime: 48, late: 2, deemed: 2, notReached: 2 })
    expect(before.period).toEqual(period('2026-02-01', '2026-02-28'))
    expect(before.figures.ballots.closed).toBe(1)
    expect(months.map(({ figures }) => figures.ballots.closed)).toEqual([2])
  })

  it('the months of a period add up to it', () => {
    const ballots = ['2026-01-20', '2026-02-10', '2026-02-11', '2026-04-02'].map((one) => ballot(one))
    const all = statisticsOf(source({ ballots }), period('2026-01-20', '2026-04-02'), today)
    expect(all.months.map((one) => one.period)).toEqual([
      period('2026-01-20', '2026-01-31'),
      period('2026-02-01', '2026-02-28'),
      period('2026-03-01', '2026-03-31'),
      period('2026-04-01', '2026-04-02'),
    ])
    expect(all.months.map(({ figures }) => figures.ballots.closed)).toEqual([1, 2, 0, 1])
    const money = all.months.reduce((sum, { figures }) => sum + figures.saved.total, 0)
    expect(money).toBe(all.whole.saved.total)
  })

  it('median and 9 of 10 are durations that occurred; without any there is none', () => {
    const ballots = Array.from({ length: 10 }, (_, i) =>
      ballot('2026-03-02', { toCountMs: (i + 1) * hourMs }),
    )
    const { whole } = statisticsOf(source({ ballots }), period('2026-03-01', '2026-03-31'), today)
    expect(whole.ballots.toCount).toEqual({ count: 10, median: 5 * hourMs, p90: 9 * hourMs })
    expect(whole.ballots.toOutcome).toBeNull()
  })

  it('computes money by the costs of the day: a new price changes nothing of before', () => {
    const facts = { ballots: [ballot('2026-03-02'), ballot('2026-05-04')], meetings: [meeting('2026-05-05')] }
    const set = { by: person('head'), at: at('2026-06-01') }
    const values = { unitCosts: { ...assumedCosts, pagePrice: 1000, courier: 0 } }
    const settings = { kind: 'settings' as const, changes: [{ from: day('2026-05-01'), values, set }] }
    const of = (from: string, to: string) =>
      statisticsOf(source(facts, settings), period(from, to), today).whole.saved
    expect(of('2026-03-01', '2026-03-31')).toEqual({
      ballots: 27 * 2 * 500,
      documents: 108 * 20 * 500,
      courier: 27 * 15_000,
      total: 27 * 2 * 500 + 108 * 20 * 500 + 27 * 15_000,
    })
    expect(of('2026-05-01', '2026-05-31').total).toBe(27 * 2 * 1000 + (108 + 300) * 20 * 1000)
  })

  it('[O6] takes no period that ends before it begins or is longer than ten years', () => {
    expect(Period.safeParse({ from: '2026-03-02', to: '2026-03-01' }).success).toBe(false)
    expect(Period.safeParse({ from: '2010-01-01', to: '2026-01-01' }).success).toBe(false)
    expect(Period.safeParse({ from: '2026-03-01', to: '2026-03-01' }).success).toBe(true)
    const one: Day = day('2026-03-01')
    expect(periodBefore({ from: one, to: one })).toEqual(period('2026-02-28', '2026-02-28'))
  })

  it('compares whole months with as many whole months, other days with as many days', () => {
    const preceding = (from: string, to: string) => periodBefore(period(from, to))
    expect(preceding('2026-11-01', '2026-11-30')).toEqual(period('2026-10-01', '2026-10-31'))
    expect(preceding('2026-01-01', '2026-03-31')).toEqual(period('2025-10-01', '2025-12-31'))
    expect(preceding('2024-01-01', '2024-12-31')).toEqual(period('2023-01-01', '2023-12-31'))
    expect(preceding('2026-11-01', '2026-11-29')).toEqual(period('2026-10-03', '2026-10-31'))
  })
})
