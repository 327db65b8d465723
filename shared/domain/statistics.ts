import { z } from 'zod'
import { addDays, type Day, dayMs, dayOf, firstOfMonth, lastOfMonth, startOfDay } from '../lib/time.ts'
import { DayField } from './id.ts'
import { type SettingsHistory, settingsOn } from './settings.ts'
import type { AnswerCounts, BallotFact, MeetingFact, StatisticsFacts } from './statistics-facts.ts'
import type { Task } from './task.ts'
import { countStatuses, statusOf, TaskFigures } from './task-status.ts'
import type { UnitCosts } from './unit-costs.ts'

/**
 * The figures of a period, from rows alone: a ballot counts in the period in which it closed, a meeting in that of its opening, a
 * task in that of its assignment. Both ends belong to it.
 */

export const Period = z
  .strictObject({ from: DayField, to: DayField })
  .refine(({ from, to }) => from <= to, 'a period that ends before it begins')
  // Some thousand months would be as many lines.
  .refine(({ from, to }) => startOfDay(to) - startOfDay(from) <= 3660 * dayMs, 'more than ten years')
export type Period = z.infer<typeof Period>

/** Of durations, in milliseconds; null where there are none. */
const Spread = z.object({ count: z.number(), median: z.number(), p90: z.number() }).nullable()
export type Spread = z.infer<typeof Spread>

/** In đồng. */
const Savings = z.object({
  ballots: z.number(),
  documents: z.number(),
  courier: z.number(),
  total: z.number(),
})
type Savings = z.infer<typeof Savings>

const Figures = z.object({
  ballots: z.object({
    closed: z.number(),
    /** One for each ballot and member. */
    onPaper: z.number(),
    answers: z.object({
      onTime: z.number(),
      late: z.number(),
      deemed: z.number(),
      notReached: z.number(),
    }),
    documents: z.number(),
    documentsOnPaper: z.number(),
    toCount: Spread,
    toOutcome: Spread,
  }),
  meetings: z.object({
    held: z.number(),
    items: z.number(),
    documents: z.number(),
    documentsOnPaper: z.number(),
    planned: Spread,
    took: Spread,
    /** Of those that have ended. */
    plannedMs: z.number(),
    tookMs: z.number(),
  }),
  saved: Savings,
  /** As they stand on the day of asking, by the deadline that holds and by the one first set (T4). */
  tasks: z.object({ current: TaskFigures, original: TaskFigures }),
})
export type Figures = z.infer<typeof Figures>

const OfPeriod = z.object({ period: Period, figures: Figures })

export const Statistics = z.object({
  period: Period,
  whole: Figures,
  /** Just before, and as long in days or in whole months. */
  before: OfPeriod,
  months: z.array(OfPeriod),
})
export type Statistics = z.infer<typeof Statistics>

export type StatisticsSource = {
  facts: StatisticsFacts
  tasks: readonly Task[]
  settings: SettingsHistory | undefined
}

export function statisticsOf(source: StatisticsSource, period: Period, today: Day): Statistics {
  const before = periodBefore(period)
  const of = (part: Period) => figuresIn(source, part, today)
  return {
    period,
    whole: of(period),
    before: { period: before, figures: of(before) },
    months: monthsOf(period).map((month) => ({ period: month, figures: of(month) })),
  }
}

/** What ended the day before it began: as many whole months for whole months, otherwise as many days. */
export function periodBefore({ from, to }: Period): Period {
  if (from === firstOfMonth(from) && to === lastOfMonth(to)) {
    const first = monthsOf({ from, to }).reduce((month) => firstOfMonth(addDays(month, -1)), from)
    return { from: first, to: addDays(from, -1) }
  }
  const days = Math.round((startOfDay(to) - startOfDay(from)) / dayMs) + 1
  return { from: addDays(from, -days), to: addDays(from, -1) }
}

/** The months of a period, the first and the last as far as they belong to it. */
function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = []
  for (let first = from; first <= to; ) {
    const last = lastOfMonth(first)
    months.push({ from: first, to: last < to ? last : to })
    first = addDays(last, 1)
  }
  return months
}

function figuresIn({ facts, tasks, settings }: StatisticsSource, period: Period, today: Day): Figures {
  const isIn = (day: Day) => period.from <= day && day <= period.to
  const ballots = facts.ballots.filter(({ closedOn }) => isIn(closedOn))
  const meetings = facts.meetings.filter(({ heldOn }) => isIn(heldOn))
  const assigned = tasks.filter(({ deadlines: [first] }) => first !== undefined && isIn(dayOf(first.at)))
  const ended = meetings.flatMap(({ plannedMs, tookMs }) => (tookMs === null ? [] : [{ plannedMs, tookMs }]))
  const costsOn = (day: Day) => settingsOn(settings, day).unitCosts
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const answers = (kind: keyof AnswerCounts) => sum(ballots.map((one) => one.answers[kind]))
  return {
    ballots: {
      closed: ballots.length,
      onPaper: sum(ballots.map(({ members }) => members)),
      answers: {
        onTime: answers('onTime'),
        late: answers('late'),
        deemed: answers('deemed'),
        notReached: answers('notReached'),
      },
      documents: sum(ballots.map(({ papers }) => papers.documents)),
      documentsOnPaper: sum(ballots.map(({ papers }) => papers.copies)),
      toCount: spreadOf(ballots.map(({ toCountMs }) => toCountMs)),
      toOutcome: spreadOf(ballots.flatMap(({ toOutcomeMs }) => toOutcomeMs ?? [])),
    },
    meetings: {
      held: meetings.length,
      items: sum(meetings.map(({ items }) => items)),
      documents: sum(meetings.map(({ papers }) => papers.documents)),
      documentsOnPaper: sum(meetings.map(({ papers }) => papers.copies)),
      planned: spreadOf(ended.map(({ plannedMs }) => plannedMs)),
      took: spreadOf(ended.map(({ tookMs }) => tookMs)),
      plannedMs: sum(ended.map(({ plannedMs }) => plannedMs)),
      tookMs: sum(ended.map(({ tookMs }) => tookMs)),
    },
    saved: addUp([
      ...ballots.map((one) => savedBy(one, costsOn(one.closedOn))),
      ...meetings.map((one) => savedBy(one, costsOn(one.heldOn))),
    ]),
    tasks: {
      current: countStatuses(assigned.map((one) => statusOf(one, today))),
      original: countStatuses(assigned.map((one) => statusOf(one, today, 'original'))),
    },
  }
}

/** The formula that the page shows. */
function savedBy(fact: BallotFact | MeetingFact, costs: UnitCosts): Savings {
  const { ballotPages, documentPages, copiesPerMember, pagePrice, courier } = costs
  const members = 'members' in fact ? fact.members : fact.attendees
  const ballots = 'members' in fact ? members * ballotPages * pagePrice : 0
  const documents = fact.papers.copies * copiesPerMember * documentPages * pagePrice
  return { ballots, documents, courier: members * courier, total: ballots + documents + members * courier }
}

const addUp = (all: readonly Savings[]): Savings =>
  all.reduce(
    (sum, one) => ({
      ballots: sum.ballots + one.ballots,
      documents: sum.documents + one.documents,
      courier: sum.courier + one.courier,
      total: sum.total + one.total,
    }),
    { ballots: 0, documents: 0, courier: 0, total: 0 },
  )

/** The middle one, and the one that nine in ten do not exceed: of those that there are, so that both were somebody's. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]
  const median = at(0.5)
  const p90 = at(0.9)
  return median === undefined || p90 === undefined ? null : { count: sorted.length, median, p90 }
}
