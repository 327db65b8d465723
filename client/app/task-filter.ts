import type { Subject } from '../../shared/domain/access.ts'
import type { AgencyId, PersonId } from '../../shared/domain/id.ts'
import { type SourceKind, underWay } from '../../shared/domain/task.ts'
import { foldText } from '../../shared/lib/text.ts'
import type { TaskView } from './task-view.ts'

/** Which tasks a list shows; what is chosen stands in the address, what is sought does not (it may quote a task). */

export const taskShows = [
  ...(['all', 'waiting', 'draft', 'due-soon', 'overdue', 'in-time', 'done-on-time', 'done-late'] as const),
  'cancelled',
] as const
export type TaskShow = (typeof taskShows)[number]

export type TaskFilter = {
  show: TaskShow
  agency: AgencyId | null
  source: SourceKind | null
  assigner: PersonId | null
  text: string
}

/** Falls due within a week, today included. */
const soonDays = 7

const isDueSoon = ({ task, daysLeft }: TaskView): boolean =>
  underWay.includes(task.phase.state) && daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays

/** Waits for a word of the Office or of the assigner: a report of completion, an extension, a draft to be assigned. */
const waitsForDecision = ({ task }: TaskView): boolean =>
  task.phase.state === 'reported-done' ||
  (task.phase.state !== 'confirmed' &&
    task.phase.state !== 'cancelled' &&
    task.extensions.some(({ decision }) => decision === null))

export function isShown(view: TaskView, show: TaskShow): boolean {
  switch (show) {
    case 'all':
      return view.task.phase.state !== 'cancelled'
    case 'waiting':
      return waitsForDecision(view)
    case 'draft':
    case 'cancelled':
      return view.task.phase.state === show
    case 'due-soon':
      return isDueSoon(view)
    default:
      return view.status === show
  }
}

export const isListed = (view: TaskView, filter: TaskFilter): boolean =>
  isShown(view, filter.show) && fitsFields(view, filter)

export function fitsFields(
  { task, content }: TaskView,
  { agency, source, assigner, text }: TaskFilter,
): boolean {
  if (agency !== null && task.leadAgency !== agency && !task.supporting.includes(agency)) return false
  if (source !== null && task.source.kind !== source) return false
  if (assigner !== null && task.assigner !== assigner) return false
  const sought = foldText(text.trim())
  if (sought === '') return true
  return foldText(`${content?.text ?? ''} ${task.source.number} ${content?.abstract ?? ''}`).includes(sought)
}

/** What a member or a desk asks of their list. */
export const partsOf = (subject: Subject): readonly TaskPart[] => {
  if (!subject.isMember) return ['agency']
  if (subject.roles.includes('prime-minister')) return ['all', 'assigned']
  return subject.ministries.length > 0 ? ['agency', 'assigned'] : ['assigned']
}
export type TaskPart = 'agency' | 'assigned' | 'all'

export function isOfPart({ task }: TaskView, part: TaskPart, subject: Subject): boolean {
  if (part === 'all') return true
  if (part === 'assigned') return task.assigner === subject.person
  if (task.phase.state === 'draft') return false
  const own = [...subject.agencies, ...subject.ministries]
  return own.includes(task.leadAgency) || task.supporting.some((one) => own.includes(one))
}

/** What falls due, or is overdue, among what a member's own agencies have to do; and what waits for their decision. */
export function tasksForHome(views: readonly TaskView[], subject: Subject): TaskView[] {
  const mine = subject.ministries
  return views.filter((view) => {
    const { task, status } = view
    if (task.assigner === subject.person && (task.phase.state === 'draft' || asksAssigner(view))) return true
    const isMine = mine.includes(task.leadAgency)
    return isMine && underWay.includes(task.phase.state) && (status === 'overdue' || isDueSoon(view))
  })
}

const asksAssigner = (view: TaskView): boolean =>
  waitsForDecision(view) &&
  view.task.extensions.some(({ decision, passed }) => decision === null && passed !== null)
