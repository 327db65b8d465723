import { isCleanText } from '../lib/text.ts'
import type { Act } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import type { EntityKey, EntityReader } from './entity.ts'
import { taskKey } from './task.ts'
import { factsOfTask } from './task-access.ts'
import { faultOfNote } from './task-fault.ts'
import { agencyUnitsKey, taskSplitKey } from './unit.ts'
import type { UnitQuestion } from './unit-access.ts'
import { unitBodies } from './unit-act.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

export type UnitAct = Extract<Act, { kind: keyof typeof unitBodies }>

export const isUnitAct = (act: Act): act is UnitAct => Object.hasOwn(unitBodies, act.kind)

export function questionOfUnitAct(act: UnitAct, reader: EntityReader): UnitQuestion | null {
  if (act.kind === 'set-unit') return { action: act.kind, unitsOf: act.body.agency }
  const task = reader.get('task', taskKey(act.body.task))
  return task ? { action: act.kind, unitsOf: act.body.agency, ofTask: factsOfTask(task) } : null
}

/** The row that it adds to, among them: what is not read would be begun anew. */
export function readsOfUnitAct(act: UnitAct): EntityKey[] {
  const { agency } = act.body
  if (act.kind === 'set-unit') return [`agency/${agency}`, agencyUnitsKey(agency)]
  return [taskKey(act.body.task), taskSplitKey(agency, act.body.task)]
}

const longestName = 200

/**
 * What a desk says of its units may have waited offline, and is kept whatever has happened meanwhile, as its reports are: a part is
 * given to a unit that another desk has just retired, and noted of a task that is over.
 */
export function decideUnit(act: UnitAct, context: DecideContext): Verdict {
  const by = act.person
  if (act.kind === 'set-unit') {
    const { agency, unit, nameCommit, isRetired } = act.body
    if (!context.reader.get('agency', `agency/${agency}`)) return refused({ kind: 'agency-unknown', agency })
    const name = context.opened(nameCommit)
    if (name === undefined) return refused({ kind: 'opening-missing' })
    if (name.trim() === '' || name.length > longestName || !isCleanText(name)) {
      return refused({ kind: 'content-malformed' })
    }
    return accepted({ kind: 'unit-set', agency, unit, by, nameCommit, isRetired })
  }
  const { agency, task: id, unit, noteCommit } = act.body
  const task = context.reader.get('task', taskKey(id))
  if (!task) return refused({ kind: 'not-found' })
  const isRequired = act.kind === 'give-part' || act.body.state === 'withdrawn'
  const fault = faultOfNote(noteCommit, isRequired, context)
  if (fault) return refused(fault)
  const of = { agency, task: id, unit, by, noteCommit }
  if (act.kind === 'note-part') return accepted({ kind: 'part-noted', ...of, state: act.body.state })
  const { due } = act.body
  // Deadlines are only ever put off, so what was in time when it was written is so now.
  if (due !== null && task.deadline !== null && due > task.deadline) {
    return refused({ kind: 'part-after-deadline' })
  }
  return accepted({ kind: 'part-given', ...of, due })
}
