import type { TaskSource } from '../../shared/domain/task.ts'
import type { TaskForm } from './task-desk.ts'
import type { TaskView } from './task-view.ts'

/**
 * The notice of conclusions is numbered elsewhere, and once for a whole meeting (M9): who has written its number and day into one
 * task of the meeting need not write them into the others.
 */

type Line = Pick<TaskView, 'task' | 'origin'>

const isOfSameMeeting = (one: Line, other: Line): boolean =>
  one.task.id !== other.task.id &&
  one.origin !== null &&
  other.origin !== null &&
  'assignment' in one.origin &&
  'assignment' in other.origin &&
  one.origin.meeting === other.origin.meeting

/** What another task of the meeting says; null where this one has a number, or none of them has. */
export function noticeOf(view: Line, all: readonly Line[]): TaskSource | null {
  if (view.task.source.number !== '') return null
  const numbered = all.filter(
    (one) =>
      isOfSameMeeting(view, one) && one.task.source.kind === 'conclusion' && one.task.source.number !== '',
  )
  // The last that was written is the one that was put right, where they differ.
  const last = numbered.toSorted((a, b) => b.task.phase.at - a.task.phase.at)[0]
  return last?.task.source ?? null
}

/** Drafts of the same meeting that wait for the number, too. */
export const unnumberedOf = <V extends Line>(view: Line, all: readonly V[]): V[] =>
  all.filter(
    (one) => isOfSameMeeting(view, one) && one.task.phase.state === 'draft' && one.task.source.number === '',
  )

/** A draft as it is, with the notice; null where its words are not here. */
export function numberedForm(
  { task, content }: Pick<TaskView, 'task' | 'content'>,
  source: TaskSource,
): TaskForm | null {
  if (!content) return null
  const { leadAgency, supporting, security, assigner, deadline } = task
  return { content, source, leadAgency, supporting, security, assigner, deadline, ballot: null }
}
