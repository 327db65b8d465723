import { isCleanText } from '../lib/text.ts'
import { addDays, type Day, dayOf, type Instant, instant, startOfDay } from '../lib/time.ts'
import type { ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import { type Task, taskKey, underWay } from './task.ts'
import { faultOfNote } from './task-fault.ts'
import { longestFileName } from './task-file.ts'
import type { DeskAct } from './task-question.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

type FiledAct = Exclude<DeskAct, ActOf<'receive-task'>>

/**
 * What an agency's desk says of its task (T3-T6); it may have waited offline (O9). A report is never turned away because of what
 * happened meanwhile: one that comes after another desk's, after a confirmation or a cancellation is kept, and moves nothing.
 */
export function decideDesk(act: DeskAct, context: DecideContext): Verdict {
  const task = context.reader.get('task', taskKey(act.body.task))
  if (!task) return refused({ kind: 'not-found' })
  const common = { task: task.id, by: act.person }
  if (act.kind === 'receive-task') return accepted({ kind: 'task-received', ...common })
  const { noteCommit } = act.body
  const fault = faultOfNote(noteCommit, act.kind !== 'report-done', context)
  if (fault) return refused(fault)
  const wrong = faultOfFiles(act, task, context)
  if (wrong) return refused(wrong)
  const { attached } = act.body
  const noted = { ...common, noteCommit, ...(attached && { attached }) }
  switch (act.kind) {
    case 'report-progress': {
      const { percent } = act.body
      const isStale = isBehind(act, task)
      return accepted({ kind: 'task-reported', ...noted, percent, product: null, isStale })
    }
    case 'report-done': {
      const { product } = act.body
      if (product.number.trim() === '' && !attached) return refused({ kind: 'product-missing' })
      const isStale = isBehind(act, task)
      return accepted({ kind: 'task-reported', ...noted, percent: 100, product, isStale })
    }
    case 'ask-extension': {
      const refusal = faultOfExtension(act, task, context)
      if (refusal) return refused(refusal)
      const isClaimed = task.deadline !== null && dayOf(context.at) > task.deadline
      return accepted({ kind: 'extension-asked', ...noted, to: act.body.to, isClaimed })
    }
    case 'answer-urging': {
      const { urging } = act.body
      if (!task.urgings.some((one) => one.act === urging)) return refused({ kind: 'not-found' })
      return accepted({ kind: 'urging-answered', ...noted, urging })
    }
  }
}

/** D3: none with a secret's task, which has no words here either. */
function faultOfFiles({ body: { attached = [] } }: FiledAct, { security }: Task, context: DecideContext) {
  if (attached.length === 0) return null
  if (security !== 'none') return { kind: 'secret-task-holds-files' } as const
  const isTwice = new Set(attached.map(({ hash }) => hash)).size < attached.length
  if (isTwice) return { kind: 'content-malformed' } as const
  for (const { nameCommit } of attached) {
    const name = context.opened(nameCommit)
    if (name === undefined) return { kind: 'opening-missing' } as const
    if (name.trim() === '' || name.length > longestFileName || !isCleanText(name)) {
      return { kind: 'content-malformed' } as const
    }
  }
  return null
}

/** Written by somebody who did not know the last report. */
function isBehind({ prev }: ActOf<'report-progress'> | ActOf<'report-done'>, { reports }: Task): boolean {
  const last = reports.at(-1)
  return last !== undefined && !prev.includes(last.act)
}

/** T4: before the due date is over. */
function faultOfExtension(act: ActOf<'ask-extension'>, task: Task, context: DecideContext): Refusal | null {
  const { state } = task.phase
  if (!underWay.includes(state)) return { kind: 'wrong-state', state }
  const { deadline } = task
  if (deadline === null) return { kind: 'deadline-missing' }
  if (act.body.to <= deadline) return { kind: 'deadline-not-later' }
  if (dayOf(context.at) <= deadline || isClaimedInTime(act, deadline, context)) return null
  return { kind: 'deadline-passed' }
}

/** O8: an hour written by a tablet proves nothing; with an anchor that old it makes a claim, as an answer's does (B9). */
function isClaimedInTime(act: ActOf<'ask-extension'>, deadline: Day, context: DecideContext): boolean {
  if (dayOf(act.castAt) > deadline) return false
  const first = context.firstEntryAfter(lastMomentOf(deadline))
  return context.isOwnTree(act.anchor) && (first === null || act.anchor.size <= first)
}

export const lastMomentOf = (day: Day): Instant => instant(startOfDay(addDays(day, 1)) - 1)
