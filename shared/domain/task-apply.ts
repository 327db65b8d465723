import type { Entity, EntityKey } from './entity.ts'
import type { Standpoint } from './event.ts'
import { passedTask } from './passed-task.ts'
import { type Task, type TaskState, taskKey, underWay } from './task.ts'
import type { TaskEvent } from './task-event.ts'
import { changedLink, changesOf, isLinked, originKey } from './task-origin.ts'

/** The rows that an event about a task changes. */
export function keysTouchedByTask(event: TaskEvent): EntityKey[] {
  if (event.kind === 'task-linked') {
    return [event.from, event.to].flatMap((ballot) => (ballot ? [originKey(event.task, { ballot })] : []))
  }
  return event.kind === 'task-drafted' && event.origin
    ? [taskKey(event.task), originKey(event.task, event.origin)]
    : [taskKey(event.task)]
}

/** One row after one event; see apply.ts. @throws where the row that the event speaks of is missing */
export function applyTaskEvent(
  entity: Entity | undefined,
  key: EntityKey,
  event: TaskEvent,
  standpoint: Standpoint,
): Entity {
  if (event.kind === 'task-linked') return linked(entity, key, event, standpoint)
  if (key.startsWith('task-origin/') && event.kind === 'task-drafted' && event.origin) {
    const { task, by, origin } = event
    const before = entity?.kind === 'task-origin' ? entity : undefined
    // Once it was put right, its history goes on.
    if (!before || changesOf(before).length === 0 || !('ballot' in origin)) {
      return { kind: 'task-origin', task, ...origin }
    }
    if (isLinked(before)) return before
    const { act, at } = standpoint
    return changedLink(before, { task, ballot: origin.ballot, act, at, by, isLinked: true, noteCommit: null })
  }
  return applyToTask(entity?.kind === 'task' ? entity : undefined, event, standpoint)
}

function linked(
  entity: Entity | undefined,
  key: EntityKey,
  { task, by, noteCommit, from, to }: Extract<TaskEvent, { kind: 'task-linked' }>,
  { act, at }: Standpoint,
): Entity {
  const isNow = to !== null && key === originKey(task, { ballot: to })
  const ballot = isNow ? to : from
  if (ballot === null) throw new Error(`no ballot for ${key}`)
  const before = entity?.kind === 'task-origin' ? entity : undefined
  return changedLink(before, { task, ballot, act, at, by, isLinked: isNow, noteCommit })
}

const nothingSaid = { received: null, reports: [], checks: [], extensions: [], urgings: [], cancelled: null }

/** What the file says came of it is not the agency's word: it stands in `imported`, and no report does. */
function importedTask(
  task: Task | undefined,
  event: Extract<TaskEvent, { kind: 'task-imported' }>,
  at: Standpoint['at'],
): Task {
  const { kind: _, task: id, by, import: act, file, row, given, ...facts } = event
  const { original, ...standing } = given ?? { original: null, percent: 0, doneOn: null, product: null }
  const imported = { act, at, by, file, row, ...standing }
  const days = original === null || facts.deadline === null ? [] : [...new Set([original, facts.deadline])]
  const state =
    given === null
      ? 'draft'
      : given.doneOn !== null
        ? 'confirmed'
        : given.percent > 0
          ? 'in-progress'
          : 'assigned'
  return {
    kind: 'task',
    id,
    ...facts,
    deadlines: days.map((day) => ({ day, at, by, act })),
    imported,
    drafted: task?.drafted ?? { at, by },
    phase: { state, at, by },
    ...nothingSaid,
  }
}

function applyToTask(
  task: Task | undefined,
  event: Exclude<TaskEvent, { kind: 'task-linked' }>,
  { n, at, act }: Standpoint,
): Task {
  if (event.kind === 'task-drafted') {
    const { kind: _, task: id, by, origin: _origin, ...facts } = event
    return {
      kind: 'task',
      id,
      ...facts,
      deadlines: [],
      imported: task?.imported ?? null,
      drafted: task?.drafted ?? { at, by },
      phase: { state: 'draft', at, by },
      ...nothingSaid,
    }
  }
  if (event.kind === 'task-imported') return importedTask(task, event, at)
  if (!task) throw new Error(`no task for ${event.kind}`)
  if (event.kind === 'task-urged-by-rule') {
    const urging = { act, n, at, by: null, noteCommit: null, rule: event.rule, answers: [] }
    return { ...task, urgings: [...task.urgings, urging] }
  }
  if (event.kind === 'task-file-arrived') {
    return { ...task, files: [...new Set([...(task.files ?? []), event.file])] }
  }
  const { by } = event
  if (event.kind === 'task-passed') {
    const { from, to } = event
    return { ...passedTask(task, from, to), passed: [...(task.passed ?? []), { at, by, from, to }] }
  }
  const inPhase = (state: TaskState) => ({ ...task, phase: { state, at, by } })
  if (event.kind === 'task-assigned') {
    const deadlines = [{ day: event.deadline, at, by, act }]
    return { ...inPhase('assigned'), deadline: event.deadline, deadlines }
  }
  if (event.kind === 'task-received') {
    const received = task.received ?? { at, by }
    return { ...(task.phase.state === 'assigned' ? inPhase('received') : task), received }
  }
  const noted = { act, n, at, by, noteCommit: event.noteCommit }
  const filed = 'attached' in event && event.attached ? { ...noted, attached: event.attached } : noted
  switch (event.kind) {
    case 'task-cancelled':
      return { ...inPhase('cancelled'), cancelled: noted }
    case 'task-reported': {
      const { percent, product, isStale } = event
      const reports = [...task.reports, { ...filed, percent, product, isStale }]
      const state = product === null ? 'in-progress' : 'reported-done'
      const moved = underWay.includes(task.phase.state) ? inPhase(state) : task
      return { ...moved, received: task.received ?? { at, by }, reports }
    }
    case 'task-checked': {
      const { report, doneOn } = event
      const checks = [...task.checks, { ...noted, report, doneOn }]
      return { ...inPhase(doneOn === null ? 'returned' : 'confirmed'), checks }
    }
    case 'extension-asked': {
      const { to, isClaimed } = event
      const asked = { ...filed, to, isClaimed, passed: null, decision: null }
      return { ...task, extensions: [...task.extensions, asked] }
    }
    case 'extension-passed':
    case 'extension-decided': {
      const extensions = task.extensions.map((one) => {
        if (one.act !== event.extension) return one
        return event.kind === 'extension-passed'
          ? { ...one, passed: noted }
          : { ...one, decision: { ...noted, to: event.to } }
      })
      if (event.kind === 'extension-passed' || event.to === null) return { ...task, extensions }
      const deadlines = [...task.deadlines, { day: event.to, at, by, act }]
      return { ...task, extensions, deadline: event.to, deadlines }
    }
    case 'task-urged':
      return { ...task, urgings: [...task.urgings, { ...noted, answers: [] }] }
    case 'urging-answered': {
      const urgings = task.urgings.map((one) =>
        one.act === event.urging ? { ...one, answers: [...one.answers, filed] } : one,
      )
      return { ...task, urgings }
    }
  }
}
