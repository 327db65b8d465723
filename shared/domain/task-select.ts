import { foldText } from '../lib/text.ts'
import type { Day } from '../lib/time.ts'
import type { Subject } from './access.ts'
import type { AgencyId, PersonId, UnitId } from './id.ts'
import { type SourceKind, underWay } from './task.ts'
import { deadlineBy, type ListedTask, statusBy } from './task-line.ts'
import type { DeadlineBasis } from './task-status.ts'

/** Which tasks a list shows: one rule for the screen, what is exported of it, and what is sent of it. */

export const taskShows = [
  ...(['all', 'waiting', 'draft', 'due-soon', 'overdue', 'in-time', 'done-on-time', 'done-late'] as const),
  'cancelled',
] as const
export type TaskShow = (typeof taskShows)[number]

/** Whose tasks: those that one's own agencies lead, or support, those that one has assigned, all that one may read. */
export const taskParts = ['lead', 'support', 'assigned', 'all'] as const
export type TaskPart = (typeof taskParts)[number]

export type TaskFilter = {
  part: TaskPart
  show: TaskShow
  /** By which deadline statuses and days are told (T4). */
  basis: DeadlineBasis
  /** Leads or supports. */
  agency: AgencyId | null
  /** Of the asker's own agency; it has a part in the task. */
  unit: UnitId | null
  source: SourceKind | null
  /** `paperKey` of a source. */
  paper: string | null
  assigner: PersonId | null
  /** Of the deadline, both days included. */
  from: Day | null
  to: Day | null
  text: string
}

export const everyTask: TaskFilter = {
  ...{ part: 'all', show: 'all', basis: 'current', text: '' },
  ...{ agency: null, unit: null, source: null, paper: null, assigner: null, from: null, to: null },
}

/** Falls due within a week, today included. */
const soonDays = 7

const isDueSoon = ({ line, daysLeft }: ListedTask): boolean =>
  underWay.includes(line.state) && daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays

/** Waits for a word of the Office or of the assigner: a report of completion, an extension, a draft to be assigned. */
const waitsForDecision = ({ line: { state, extension } }: ListedTask): boolean =>
  state === 'reported-done' || (state !== 'confirmed' && state !== 'cancelled' && extension !== 'none')

export function isShown(listed: ListedTask, show: TaskShow, basis: DeadlineBasis = 'current'): boolean {
  switch (show) {
    case 'all':
      return listed.line.state !== 'cancelled'
    case 'waiting':
      return waitsForDecision(listed)
    case 'draft':
    case 'cancelled':
      return listed.line.state === show
    case 'due-soon':
      return isDueSoon(listed)
    default:
      return statusBy(listed, basis) === show
  }
}

export const countShows = (
  listed: readonly ListedTask[],
  shows: readonly TaskShow[],
  basis: DeadlineBasis = 'current',
): ReadonlyMap<TaskShow, number> =>
  new Map(
    shows.map((show) => [show, listed.reduce((sum, one) => sum + (isShown(one, show, basis) ? 1 : 0), 0)]),
  )

/** Everything of a filter but which of the shows is chosen: what the counts on these are taken over. */
export function selectFields<L extends ListedTask>(
  listed: readonly L[],
  filter: TaskFilter,
  subject: Subject,
): L[] {
  const { part, basis, agency, unit, source, paper, assigner, from, to } = filter
  const sought = foldText(filter.text.trim())
  const isDated = from !== null || to !== null
  return listed.filter((one) => {
    const { line } = one
    if (agency !== null && line.lead !== agency && !line.supporting.includes(agency)) return false
    if (unit !== null && !one.units?.includes(unit)) return false
    if (source !== null && line.source.kind !== source) return false
    if (paper !== null && line.paper !== paper) return false
    if (assigner !== null && line.assigner !== assigner) return false
    if (isDated) {
      const day = deadlineBy(line, basis)
      if (day === null || (from !== null && day < from) || (to !== null && day > to)) return false
    }
    if (part !== 'all' && !isOfPart(one, part, subject)) return false
    return sought === '' || line.words().includes(sought)
  })
}

/** What a member or a desk asks of their list; the first is shown where nothing is chosen. */
export function partsOf(subject: Subject): readonly TaskPart[] {
  const isOffice = subject.roles.includes('secretary') || subject.roles.includes('head-of-office')
  if (isOffice) return ['all']
  if (!subject.isMember) return ['lead', 'support']
  if (subject.roles.includes('prime-minister')) return ['all', 'assigned']
  return subject.ministries.length > 0 ? ['lead', 'support', 'assigned'] : ['assigned']
}

function isOfPart({ line }: ListedTask, part: TaskPart, subject: Subject): boolean {
  if (part === 'all') return true
  if (part === 'assigned') return line.assigner === subject.person
  if (line.state === 'draft') return false
  const isOwn = (one: AgencyId) => subject.agencies.includes(one) || subject.ministries.includes(one)
  if (part === 'lead') return isOwn(line.lead)
  // What another agency leads counts as that one's, in these figures too.
  return !isOwn(line.lead) && line.supporting.some(isOwn)
}

/** What falls due, or is overdue, among what a member's own agencies have to do; and what waits for their decision. */
export function tasksForHome<L extends ListedTask>(listed: readonly L[], subject: Subject): L[] {
  return listed.filter((one) => {
    const { line, status } = one
    const isAsked = line.state === 'draft' || (waitsForDecision(one) && line.extension === 'passed')
    if (line.assigner === subject.person && isAsked) return true
    const isMine = subject.ministries.includes(line.lead) && underWay.includes(line.state)
    return isMine && (status === 'overdue' || isDueSoon(one))
  })
}
