import { permit } from './access.ts'
import type { ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import type { BallotId } from './id.ts'
import { factsOf } from './scope.ts'
import { faultOfNote } from './task-fault.ts'
import { isLinked, originKey } from './task-origin.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/**
 * The ballot that a task comes from, put right: by who may read both ballots, since a link tells of them (D2). What was read at a
 * page of it stays; it is no link that somebody wrote.
 */
export function decideLink(act: ActOf<'link-task'>, context: DecideContext): Verdict {
  const { reader } = context
  const { task, from, to, noteCommit } = act.body
  if (from === to) return refused({ kind: 'already-done' })
  const fault = faultOfNote(noteCommit, from !== null, context)
  if (fault) return refused(fault)
  const linked = (ballot: BallotId | null) => {
    const row = ballot && reader.get('task-origin', originKey(task, { ballot }))
    return row && isLinked(row) ? row : null
  }
  const readable = (ballot: BallotId | null): boolean => {
    if (ballot === null) return true
    const row = reader.get('ballot', `ballot/${ballot}`)
    const question = row && ({ action: 'read-ballot', ballot: factsOf(row) } as const)
    return question !== undefined && permit(context.subject, question).allow
  }
  if (!readable(from) || !readable(to)) return refused({ kind: 'not-found' })
  const former = linked(from)
  if (from !== null && (former === null || 'page' in former)) return refused({ kind: 'stale-content' })
  if (linked(to)) return refused({ kind: 'already-done' })
  return accepted({ kind: 'task-linked', task, by: act.person, noteCommit, from, to })
}
