import { addDays, type Day, firstOfMonth, lastOfMonth, mondayOf } from '../lib/time.ts'
import type { AgencyId, PersonId } from './id.ts'
import type { TaskSource } from './task.ts'
import { deadlineBy, type ListedTask, statusBy } from './task-line.ts'
import { type DeadlineBasis, figuresOf, type TaskFigures, type TaskStatus } from './task-status.ts'

/** Counts of tasks by what they have in common; drafts and what is cancelled are in none of them (T2). */

type Counts = Record<TaskStatus, number>
type Group<K> = { key: K; first: ListedTask; figures: TaskFigures }

function grouped<K>(
  listed: readonly ListedTask[],
  basis: DeadlineBasis,
  keyOf: (one: ListedTask) => K | null,
): Group<K>[] {
  const groups = new Map<K, { first: ListedTask; counts: Counts }>()
  for (const one of listed) {
    const status = statusBy(one, basis)
    const key = status === null ? null : keyOf(one)
    if (status === null || key === null) continue
    let group = groups.get(key)
    if (!group) {
      group = { first: one, counts: { 'done-on-time': 0, 'done-late': 0, 'in-time': 0, overdue: 0 } }
      groups.set(key, group)
    }
    group.counts[status] += 1
  }
  return [...groups].map(([key, { first, counts }]) => ({ key, first, figures: figuresOf(counts) }))
}

export type AgencyRank = {
  agency: AgencyId
  figures: TaskFigures
  /** Equal rates share a place; null: nothing of theirs has fallen due. */
  place: number | null
}

/** By the official rate: done over fallen due. Of equal rates the one with more tasks stands first. */
export function rankAgencies(listed: readonly ListedTask[], basis: DeadlineBasis = 'current'): AgencyRank[] {
  const groups = grouped(listed, basis, ({ line }) => line.lead).sort(
    (a, b) =>
      (b.figures.doneRate ?? -1) - (a.figures.doneRate ?? -1) ||
      b.figures.fallenDue - a.figures.fallenDue ||
      b.figures.total - a.figures.total ||
      (a.key < b.key ? -1 : 1),
  )
  let place = 0
  return groups.map(({ key, figures }, at) => {
    if (figures.doneRate !== groups[at - 1]?.figures.doneRate) place = at + 1
    return { agency: key, figures, place: figures.doneRate === null ? null : place }
  })
}

export type PaperGroup = { paper: string; source: TaskSource; figures: TaskFigures }

/** The latest paper first; those without a date yet before it. */
export const groupBySource = (
  listed: readonly ListedTask[],
  basis: DeadlineBasis = 'current',
): PaperGroup[] =>
  grouped(listed, basis, ({ line }) => line.paper)
    .map(({ key, first, figures }) => ({ paper: key, source: first.line.source, figures }))
    .sort((a, b) => {
      const [one, other] = [a.source.date ?? '9999', b.source.date ?? '9999']
      return one === other ? (a.paper < b.paper ? -1 : 1) : one < other ? 1 : -1
    })

export type AssignerGroup = { assigner: PersonId; figures: TaskFigures }

/** Whoever assigned most stands first. */
export const groupByAssigner = (
  listed: readonly ListedTask[],
  basis: DeadlineBasis = 'current',
): AssignerGroup[] =>
  grouped(listed, basis, ({ line }) => line.assigner)
    .map(({ key, figures }) => ({ assigner: key, figures }))
    .sort((a, b) => b.figures.total - a.figures.total || (a.assigner < b.assigner ? -1 : 1))

export type DueSpan = { from: Day; to: Day; figures: TaskFigures }

/** Weeks or months in which something falls due, in their order; tasks without a deadline are in none. */
export const groupByDue = (
  listed: readonly ListedTask[],
  span: 'week' | 'month',
  basis: DeadlineBasis = 'current',
): DueSpan[] => {
  const mondays = new Map<Day, Day>()
  const weekOf = (day: Day): Day => {
    const known = mondays.get(day) ?? mondayOf(day)
    mondays.set(day, known)
    return known
  }
  const groups = grouped(listed, basis, ({ line }) => {
    const day = deadlineBy(line, basis)
    return day && (span === 'week' ? weekOf(day) : firstOfMonth(day))
  })
  return groups
    .map(({ key, figures }) => ({
      from: key,
      to: span === 'week' ? addDays(key, 6) : lastOfMonth(key),
      figures,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}
