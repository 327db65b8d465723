import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { TaskState } from './task.ts'
import { taskBodies, taskDeliveries } from './task-act.ts'
import { testActTable } from './testing/act-table.ts'
import { day, hashOf } from './testing/cabinet.ts'
import { DirectiveOffice } from './testing/directive-office.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { taskId } from './testing/task-office.ts'

/**
 * Every act about a task in every state of it, as one table. Written by hand; a cell that is missing does not compile, and one
 * that is wrong fails. The acts are well-formed and their authors may do them: only the state decides here.
 */

type Kind = keyof typeof taskBodies
type Cell = 'accepted' | `refused:${string}`

const states = ['none', ...TaskState.options] as const
type State = (typeof states)[number]

const ok = 'accepted'
const no = 'refused:not-found'
const wrong = 'refused:wrong-state'

// Columns in the order of `states`.
const table: Record<Kind, readonly Cell[]> = {
  'draft-task': [ok, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  // A member's own; of a task that is there nothing is asked again.
  'ask-task': [ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'assign-task': [no, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'link-task': [no, ok, ok, ok, ok, ok, ok, ok, ok],
  'cancel-task': [no, ok, ok, ok, ok, ok, ok, wrong, wrong],
  // What a desk says is kept, whatever has happened meanwhile.
  'receive-task': [no, no, ok, ok, ok, ok, ok, ok, ok],
  'report-progress': [no, no, ok, ok, ok, ok, ok, ok, ok],
  'report-done': [no, no, ok, ok, ok, ok, ok, ok, ok],
  'confirm-task': [no, wrong, wrong, wrong, wrong, ok, wrong, wrong, wrong],
  'return-task': [no, wrong, wrong, wrong, wrong, ok, wrong, wrong, wrong],
  'ask-extension': [no, no, ok, ok, ok, wrong, ok, wrong, wrong],
  'pass-extension': [no, wrong, ok, ok, ok, ok, ok, wrong, wrong],
  'decide-extension': [no, 'refused:not-allowed', ok, ok, ok, ok, ok, wrong, wrong],
  'urge-task': [no, 'refused:not-allowed', ok, ok, ok, wrong, ok, wrong, wrong],
  'answer-urging': [no, no, ok, ok, ok, ok, ok, ok, ok],
}

const kinds = Object.keys(taskBodies).filter((kind): kind is Kind => Object.hasOwn(taskBodies, kind))

function officeIn(state: State): DirectiveOffice {
  const office = new DirectiveOffice().published()
  office.issue()
  if (state === 'none') return office
  office.mustTake(office.draftTask())
  if (state === 'draft') return office
  office.mustTake(office.assign())
  office.mustTake(office.noted('urge-task', 'sec'))
  office.mustTake(office.askExtension())
  if (state === 'assigned') return office
  if (state === 'cancelled') {
    office.mustTake(office.noted('cancel-task', 'pm'))
    return office
  }
  office.mustTake(office.receive())
  if (state === 'received') return office
  office.mustTake(office.progress(40))
  if (state === 'in-progress') return office
  office.mustTake(office.finish())
  if (state === 'returned') office.mustTake(office.giveBack())
  if (state === 'confirmed') office.mustTake(office.confirm())
  return office
}

function actFor(kind: Kind, office: DirectiveOffice): Act {
  switch (kind) {
    case 'draft-task':
      return office.draftTask({ deadline: day('2026-03-20') })
    case 'ask-task':
      return office.askTask()
    case 'assign-task':
      return office.tasks.length > 0
        ? office.assign()
        : office.act(kind, 'head', { task: taskId(), taskHash: hashOf('') })
    case 'link-task':
      return office.linkTask(null, 'ballot')
    case 'cancel-task':
      return office.noted(kind, 'head')
    case 'receive-task':
      return office.receive()
    case 'report-progress':
      return office.progress(60)
    case 'report-done':
      return office.finish()
    case 'confirm-task':
    case 'return-task':
    case 'pass-extension':
    case 'decide-extension':
    case 'answer-urging':
      return office.tasks.length > 0 ? onTask(kind, office) : borrowed(kind, office)
    case 'ask-extension':
      return office.askExtension()
    case 'urge-task':
      return office.noted(kind, 'sec')
  }
}

type OnTask = 'confirm-task' | 'return-task' | 'pass-extension' | 'decide-extension' | 'answer-urging'

function onTask(kind: OnTask, office: DirectiveOffice): Act {
  switch (kind) {
    case 'confirm-task':
      return office.confirm()
    case 'return-task':
      return office.giveBack()
    case 'pass-extension':
      return office.passExtension()
    case 'decide-extension':
      return office.decideExtension('2026-03-25')
    case 'answer-urging':
      return office.answerUrging()
  }
}

/** About a task that is not here. */
const borrowed = (kind: OnTask, office: DirectiveOffice): Act => {
  const other = officeIn('assigned')
  const act = onTask(kind, other)
  for (const [commit, text] of other.openings) office.openings.set(commit, text)
  return act
}

describe('every act about a task in every state', () => {
  testActTable({
    rules: { whole: '[T3]', each: '[T3]', asking: '[O3]' },
    kinds,
    states,
    table,
    officeIn,
    actFor,
    asksIn: 'in-progress',
  })

  test('[O9] waits offline where it is what an agency’s desk says, or a member asks for', () => {
    expect(kinds.filter((kind) => taskDeliveries[kind] === 'queue').sort()).toEqual([
      'answer-urging',
      'ask-extension',
      'ask-task',
      'receive-task',
      'report-done',
      'report-progress',
    ])
  })

  test('[O5] of a revoked device has no effect', () => {
    for (const kind of kinds) {
      const office = officeIn('in-progress')
      const act = actFor(kind, office)
      office.revoked.add(act.device)
      expect([kind, reasonOf(office.take(act))]).toEqual([kind, 'refused:not-allowed'])
    }
  })
})
