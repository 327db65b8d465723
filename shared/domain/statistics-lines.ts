import { dayMs, hourMs } from '../lib/time.ts'
import type { Figures, Spread, Statistics } from './statistics.ts'

/** The figures of a period as they stand on the page and in its file: one rule, so that both say the same. */

export type FigureUnit = 'ballot' | 'document' | 'answer' | 'meeting' | 'item' | 'day' | 'hour' | 'dong'

export type FigureLine<Id extends string = string> = {
  id: Id
  unit: FigureUnit
  /** Null: there is nothing of which it could be told. */
  now: number | null
  former: number | null
  /** Of all answers. */
  nowShare: number | null
  formerShare: number | null
  /** Against the period before; null where that was nothing. */
  change: number | null
}

type Of = (figures: Figures) => number | null

const changeOf = (now: number | null, then: number | null): number | null =>
  now !== null && then ? (now - then) / then : null

export type FigureLines = ReturnType<typeof figureLines>

export function figureLines({ whole, before }: Pick<Statistics, 'whole' | 'before'>) {
  const figures = { now: whole, former: before.figures }
  const line = <Id extends string>(id: Id, unit: FigureUnit, of: Of): FigureLine<Id> => {
    const [now, former] = [of(figures.now), of(figures.former)]
    return { id, unit, now, former, nowShare: null, formerShare: null, change: changeOf(now, former) }
  }
  const answer = <Id extends keyof Figures['ballots']['answers']>(id: Id): FigureLine<Id> => ({
    ...line(id, 'answer', ({ ballots }) => (ballots.onPaper === 0 ? null : ballots.answers[id])),
    nowShare: answeredShare(figures.now, id),
    formerShare: answeredShare(figures.former, id),
  })
  /** In one unit on both sides of a line, so that they can be compared. */
  const length = <Id extends string>(id: Id, ms: Of, most: FigureUnit = 'day'): FigureLine<Id> => {
    const unit = most === 'day' && [ms(figures.now), ms(figures.former)].some((one) => (one ?? 0) >= dayMs)
    return line(id, unit ? 'day' : 'hour', (of) => {
      const value = ms(of)
      return value === null ? null : tenths(value / (unit ? dayMs : hourMs))
    })
  }
  const at = (spread: Spread, part: 'median' | 'p90') => spread?.[part] ?? null
  return {
    paper: [
      line('paperBallots', 'ballot', ({ ballots }) => ballots.onPaper),
      line('ballotDocuments', 'document', ({ ballots }) => ballots.documentsOnPaper),
      line('meetingDocuments', 'document', ({ meetings }) => meetings.documentsOnPaper),
      line('saved', 'dong', ({ saved }) => saved.total),
    ],
    ballots: [
      line('closed', 'ballot', ({ ballots }) => ballots.closed),
      answer('onTime'),
      answer('late'),
      answer('deemed'),
      answer('notReached'),
      length('toCount', ({ ballots }) => at(ballots.toCount, 'median')),
      length('toCountLong', ({ ballots }) => at(ballots.toCount, 'p90')),
      length('toOutcome', ({ ballots }) => at(ballots.toOutcome, 'median')),
      length('toOutcomeLong', ({ ballots }) => at(ballots.toOutcome, 'p90')),
    ],
    meetings: [
      line('held', 'meeting', ({ meetings }) => meetings.held),
      line('items', 'item', ({ meetings }) => meetings.items),
      length('planned', ({ meetings }) => meetings.plannedMs || null, 'hour'),
      length('took', ({ meetings }) => meetings.tookMs || null, 'hour'),
      length('tookMedian', ({ meetings }) => at(meetings.took, 'median'), 'hour'),
    ],
    saved: [
      line('savedBallots', 'dong', ({ saved }) => saved.ballots),
      line('savedDocuments', 'dong', ({ saved }) => saved.documents),
      line('savedCourier', 'dong', ({ saved }) => saved.courier),
      line('savedTotal', 'dong', ({ saved }) => saved.total),
    ],
  } as const
}

const tenths = (value: number): number => Math.round(value * 10) / 10

const answeredShare = ({ ballots }: Figures, kind: keyof Figures['ballots']['answers']): number | null =>
  ballots.onPaper === 0 ? null : ballots.answers[kind] / ballots.onPaper

export const monthLines = (months: Statistics['months']) =>
  months.map(({ period, figures }) => ({
    period,
    closed: figures.ballots.closed,
    onTimeShare: answeredShare(figures, 'onTime'),
    held: figures.meetings.held,
    paperBallots: figures.ballots.onPaper,
    ballotDocuments: figures.ballots.documentsOnPaper,
    meetingDocuments: figures.meetings.documentsOnPaper,
    saved: figures.saved.total,
  }))

/** By which deadline each column of the tasks' figures counts, and in which order they stand. */
export const taskCounts = ['onTime', 'late', 'inTime', 'overdue', 'total'] as const
export const taskRates = ['doneRate', 'overdueRate', 'doneOfAll'] as const
