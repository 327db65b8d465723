import { foldText } from '../lib/text.ts'
import { type Day, dayOf, daysBetween, type Instant } from '../lib/time.ts'
import type { AgencyId, PersonId, TaskId, UnitId } from './id.ts'
import {
  doneDayOf,
  reportedOn,
  type Task,
  type TaskContent,
  type TaskSource,
  type TaskState,
} from './task.ts'
import { type DeadlineBasis, statusOn, type TaskStatus } from './task-status.ts'

/**
 * What a list, a count or a chart asks of a task. It is made once of each version of a row, however often it is selected,
 * and says nothing of today: that is `ListedTask`.
 */
export type TaskLine = {
  id: TaskId
  state: TaskState
  /** When it came into that state. */
  since: Instant
  lead: AgencyId
  supporting: readonly AgencyId[]
  source: TaskSource
  /** Tasks of one paper have one. */
  paper: string
  assigner: PersonId
  deadline: Day | null
  /** T4: the one that was first set. */
  original: Day | null
  assignedOn: Day | null
  /** As the Office confirmed it. */
  doneOn: Day | null
  /** Of completion, while the Office's word is not there. */
  reportedOn: Day | null
  lastReport: { percent: number; at: Instant } | null
  /** Whose word an extension waits for. */
  extension: 'none' | 'asked' | 'passed'
  /** Folded words of the task, its paper and what that is about; made when first sought. */
  words: () => string
}

export type ListedTask = {
  readonly line: TaskLine
  /** Null: a draft, or cancelled; it is in no count. */
  readonly status: TaskStatus | null
  /** T4: on the date that was first set. */
  readonly originalStatus: TaskStatus | null
  /** Until the due date; below 0 after it; null where there is none, or nothing to wait for. */
  readonly daysLeft: number | null
  /** Those of the asker's own agency that have a part in it; nobody else learns of them (0036). */
  readonly units?: readonly UnitId[]
}

export const paperKey = ({ kind, number, date }: TaskSource): string => `${kind}/${date ?? ''}/${number}`

/** @param content read when first sought; null where the words are not here */
export function lineOf(task: Task, content: () => Pick<TaskContent, 'text' | 'abstract'> | null): TaskLine {
  const { id, phase, leadAgency, supporting, source, assigner, deadline, deadlines } = task
  const last = task.reports.at(-1)
  const open = task.extensions.filter(({ decision }) => decision === null)
  let words: string | null = null
  return {
    ...{ id, supporting, source, assigner, deadline },
    state: phase.state,
    since: phase.at,
    lead: leadAgency,
    paper: paperKey(source),
    original: deadlines[0]?.day ?? null,
    assignedOn: deadlines[0] ? dayOf(deadlines[0].at) : null,
    doneOn: doneDayOf(task),
    reportedOn: phase.state === 'reported-done' ? reportedOn(task) : null,
    lastReport: last ? { percent: last.percent, at: last.at } : null,
    extension: open.length === 0 ? 'none' : open.some(({ passed }) => passed !== null) ? 'passed' : 'asked',
    words: () => {
      if (words !== null) return words
      const found = content()
      const folded = foldText(`${found?.text ?? ''} ${source.number} ${found?.abstract ?? ''}`)
      // Words that are not here may still come.
      if (found) words = folded
      return folded
    },
  }
}

export function listedOn(line: TaskLine, today: Day): ListedTask {
  // Nobody is late by the days that a report of completion waits for the Office.
  const isOver = line.state === 'reported-done' || line.state === 'confirmed' || line.state === 'cancelled'
  return {
    line,
    status: statusOn(line, line.deadline, today),
    originalStatus: statusOn(line, line.original, today),
    daysLeft: line.deadline === null || isOver ? null : daysBetween(today, line.deadline),
  }
}

export const statusBy = (listed: ListedTask, basis: DeadlineBasis): TaskStatus | null =>
  basis === 'original' ? listed.originalStatus : listed.status

export const deadlineBy = (line: TaskLine, basis: DeadlineBasis): Day | null =>
  basis === 'original' ? line.original : line.deadline
