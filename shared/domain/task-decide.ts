import { dayOf } from '../lib/time.ts'
import { permit } from './access.ts'
import type { ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import { factsOf } from './scope.ts'
import { completionOf, reportedOn, type Task, TaskState, taskHash, taskKey, underWay } from './task.ts'
import { decideAsk } from './task-ask-decide.ts'
import {
  faultOfAgencies,
  faultOfAssignment,
  faultOfFacts,
  faultOfNote,
  openedBy,
  supportersOf,
} from './task-fault.ts'
import { decideLink } from './task-link-decide.ts'
import type { DeskAct, TaskOfficeAct } from './task-question.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

/** What the Office and the assigner do with a task (T1, T3, T4, T6). */

const standing: readonly TaskState[] = [...underWay, 'reported-done']

const statesByKind: Readonly<Record<TaskOfficeAct['kind'], readonly TaskState[]>> = {
  'draft-task': ['draft'],
  'ask-task': [],
  'assign-task': ['draft'],
  'link-task': TaskState.options,
  'cancel-task': ['draft', ...standing],
  'confirm-task': ['reported-done'],
  'return-task': ['reported-done'],
  'pass-extension': standing,
  'decide-extension': standing,
  'urge-task': underWay,
}

/** When a desk may be asked for a word; one that it said before is taken at any time (task-desk-decide.ts). */
const deskStates: Readonly<Record<DeskAct['kind'], readonly TaskState[]>> = {
  'receive-task': ['assigned'],
  'report-progress': underWay,
  'report-done': underWay,
  'ask-extension': underWay,
  'answer-urging': [...standing, 'confirmed'],
}

export const isTimeFor = (
  kind: keyof typeof statesByKind | keyof typeof deskStates,
  state: TaskState,
): boolean => ({ ...statesByKind, ...deskStates })[kind].includes(state)

/** Acts that say why. What one grants needs no words. */
const mustSayWhy = (act: TaskOfficeAct): boolean =>
  act.kind === 'cancel-task' ||
  act.kind === 'return-task' ||
  (act.kind === 'decide-extension' && act.body.to === null)

export function decideTask(act: TaskOfficeAct, context: DecideContext): Verdict {
  const task = context.reader.get('task', taskKey(act.body.task))
  if (!task) {
    if (act.kind === 'draft-task') return decideDraft(act, context)
    return act.kind === 'ask-task' ? decideAsk(act, context) : refused({ kind: 'not-found' })
  }
  const { state } = task.phase
  if (act.kind === 'ask-task' || !statesByKind[act.kind].includes(state))
    return refused({ kind: 'wrong-state', state })
  if (act.kind === 'draft-task') return decideDraft(act, context)
  if (act.kind === 'link-task') return decideLink(act, context)
  const common = { task: task.id, by: act.person }
  if (act.kind === 'assign-task') {
    if (act.body.taskHash !== taskHash(task)) return refused({ kind: 'stale-content' })
    const fault = faultOfAssignment(task, context)
    if (fault || task.deadline === null) return refused(fault ?? { kind: 'deadline-missing' })
    const assigned = { kind: 'task-assigned' as const, ...common, deadline: task.deadline }
    return accepted(assigned, ...openedBy(task, context.reader))
  }
  const { noteCommit } = act.body
  const fault = faultOfNote(noteCommit, mustSayWhy(act), context)
  if (fault) return refused(fault)
  const noted = { ...common, noteCommit }
  switch (act.kind) {
    case 'cancel-task':
      return accepted({ kind: 'task-cancelled', ...noted })
    case 'confirm-task':
    case 'return-task': {
      const { report } = act.body
      // What is confirmed is what one has read: a later report of the desk must not slip in under it.
      if (completionOf(task)?.act !== report) return refused({ kind: 'stale-content' })
      if (act.kind === 'return-task') {
        return accepted({ kind: 'task-checked', ...noted, report, doneOn: null })
      }
      const { doneOn } = act.body
      const wrong = faultOfDoneOn(act, task, context)
      return wrong ? refused(wrong) : accepted({ kind: 'task-checked', ...noted, report, doneOn })
    }
    case 'pass-extension':
    case 'decide-extension': {
      const { extension } = act.body
      const asked = task.extensions.find((one) => one.act === extension)
      if (!asked) return refused({ kind: 'not-found' })
      if (asked.decision) return refused({ kind: 'already-done' })
      if (act.kind === 'pass-extension') {
        if (asked.passed) return refused({ kind: 'already-done' })
        return accepted({ kind: 'extension-passed', ...noted, extension })
      }
      const { to } = act.body
      if (to !== null && task.deadline !== null && to <= task.deadline) {
        return refused({ kind: 'deadline-not-later' })
      }
      return accepted({ kind: 'extension-decided', ...noted, extension, to })
    }
    case 'urge-task':
      return accepted({ kind: 'task-urged', ...noted })
  }
}

function decideDraft(act: ActOf<'draft-task'>, context: DecideContext): Verdict {
  const { reader, subject } = context
  const { task, contentHash, source, leadAgency, security, assigner, deadline, ballot } = act.body
  const content = context.taskContent(contentHash)
  if (!content) return refused({ kind: 'content-malformed' })
  const hasWords = content.text !== '' || content.abstract !== '' || content.product !== ''
  if (security !== 'none' && hasWords) return refused({ kind: 'secret-task-holds-words' })
  if (security === 'none' && content.text.trim() === '') return refused({ kind: 'content-malformed' })
  const supporting = supportersOf(act.body)
  const fault = faultOfFacts(act.body, context) ?? faultOfAgencies(act.body, context)
  if (fault) return refused(fault)
  if (ballot !== null) {
    const row = reader.get('ballot', `ballot/${ballot}`)
    const mayRead = row && permit(subject, { action: 'read-ballot', ballot: factsOf(row) }).allow
    if (!mayRead) return refused({ kind: 'not-found' })
  }
  const facts = { contentHash, source, leadAgency, supporting, security, assigner, deadline }
  const origin = ballot === null ? null : { ballot }
  return accepted({ kind: 'task-drafted', task, by: act.person, ...facts, origin })
}

/** The Office may set another day than that of the report (a paper that came by hand), but says why. */
function faultOfDoneOn(act: ActOf<'confirm-task'>, task: Task, context: DecideContext): Refusal | null {
  const { doneOn, noteCommit } = act.body
  const from = task.deadlines[0]
  if (doneOn > dayOf(context.at) || (from && doneOn < dayOf(from.at))) return { kind: 'day-not-possible' }
  return faultOfNote(noteCommit, doneOn !== reportedOn(task), context)
}
