import { permit, type Subject } from '../../shared/domain/access.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { ActId, TaskId } from '../../shared/domain/id.ts'
import type { Task, TaskContent } from '../../shared/domain/task.ts'
import { factsOfTask, type TaskQuestion } from '../../shared/domain/task-access.ts'
import { isTimeFor } from '../../shared/domain/task-decide.ts'
import type { TaskOrigin } from '../../shared/domain/task-origin.ts'
import { type DeskAct, isDeskAct, isTaskAct } from '../../shared/domain/task-question.ts'
import { type DeadlineBasis, statusOf, type TaskStatus } from '../../shared/domain/task-status.ts'
import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import { type Day, dayMs, dayOf, type Instant, startOfDay } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { Clock } from './ports.ts'
import { tabletContext, taskContentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** One task as this device holds it, with what is under way here (T2, T3, O1). */

/** What this desk said and the row does not show: not sent yet, or turned away. Nothing of it is lost. */
export type DeskWord = { act: DeskAct; note: string } & (
  | { kind: 'saved'; storedAt: Instant; outlook: Verdict; rejected: string | null }
  | { kind: 'refused'; reason: Refusal; at: Instant }
)

export type TaskView = {
  task: Task
  /** Null where the words are not here. */
  content: TaskContent | null
  status: TaskStatus | null
  /** T4: on the date that was first set. */
  originalStatus: TaskStatus | null
  /** Until the due date; below 0 after it; null where there is none, or nothing to wait for. */
  daysLeft: number | null
  origin: TaskOrigin | null
  /** Acts of this device about it that wait to be sent. */
  waiting: number
}

export type TaskAction = Exclude<TaskQuestion['action'], 'read-task'>

export type TaskDetail = TaskView & {
  words: DeskWord[]
  /** Numbers in the ledger, of acts whose receipt is here. */
  recorded: ReadonlyMap<ActId, number>
  can: ReadonlySet<TaskAction>
}

type Deps = {
  copy: WorkingCopy
  me: Parameters<typeof tabletContext>[1]
  clock: Clock
}

export function taskViews({ copy, clock }: Deps): TaskView[] {
  const today = dayOf(clock.now())
  const origins = new Map(copy.reader.list('task-origin', 'task-origin/').map((one) => [one.task, one]))
  const waiting = new Map<TaskId, number>()
  for (const { act } of copy.outbox()) {
    if (isTaskAct(act)) waiting.set(act.body.task, (waiting.get(act.body.task) ?? 0) + 1)
  }
  return copy.reader
    .list('task', 'task/')
    .map((task) => ({
      ...{ task, content: taskContentIn(copy, task.contentHash) ?? null },
      ...statusFacts(task, today),
      origin: origins.get(task.id) ?? null,
      waiting: waiting.get(task.id) ?? 0,
    }))
    .sort(byDueDay)
}

/** What is to be done first by its due date, then drafts, then what is over, the last one first. */
function byDueDay(a: TaskView, b: TaskView): number {
  const [one, other] = [rankOf(a), rankOf(b)]
  if (one !== other) return one - other
  if (one === 2) return b.task.phase.at - a.task.phase.at
  return (a.task.deadline ?? '9999') < (b.task.deadline ?? '9999') ? -1 : 1
}
const rankOf = ({ task: { phase } }: TaskView): number =>
  phase.state === 'confirmed' || phase.state === 'cancelled' ? 2 : phase.state === 'draft' ? 1 : 0

function statusFacts(task: Task, today: Day) {
  const status = (basis: DeadlineBasis) => statusOf(task, today, basis)
  // Nobody is late by the days that a report of completion waits for the Office.
  const isOver = ['reported-done', 'confirmed', 'cancelled'].includes(task.phase.state)
  const daysLeft =
    task.deadline === null || isOver
      ? null
      : Math.round((startOfDay(task.deadline) - startOfDay(today)) / dayMs)
  return { status: status('current'), originalStatus: status('original'), daysLeft }
}

export function taskDetail(view: TaskView, deps: Deps): TaskDetail {
  const { copy, me, clock } = deps
  const context = tabletContext(copy, me, clock)
  const { task } = view
  const note = (act: DeskAct) => ('noteCommit' in act.body ? (copy.opened(act.body.noteCommit) ?? '') : '')
  const saved = copy
    .outbox()
    .flatMap(({ act, storedAt, rejected }): DeskWord[] =>
      isTaskAct(act) && isDeskAct(act) && act.body.task === task.id
        ? [{ kind: 'saved', act, note: note(act), storedAt, rejected, outlook: decide(act, context) }]
        : [],
    )
  const recorded = new Map<ActId, number>()
  const refused = copy.settled().flatMap(({ act, receipt }): DeskWord[] => {
    if (!isTaskAct(act) || !isDeskAct(act) || act.body.task !== task.id) return []
    const entry = parseEntry(receipt.leaf)
    if (entry?.kind !== 'act') return []
    if (entry.verdict.kind !== 'refused') {
      recorded.set(act.id, entry.n)
      return []
    }
    return [{ kind: 'refused', act, note: note(act), reason: entry.verdict.reason, at: entry.at }]
  })
  return {
    ...view,
    words: [...refused, ...saved],
    recorded,
    can: actionsOn(task, context.subject, dayOf(context.at)),
  }
}

const actions: readonly TaskAction[] = [
  ...(['draft-task', 'assign-task', 'cancel-task', 'confirm-task', 'return-task', 'pass-extension'] as const),
  ...(['decide-extension', 'urge-task', 'receive-task', 'report-progress', 'report-done'] as const),
  ...(['ask-extension', 'answer-urging'] as const),
]

/** What a person may do with a task as it stands; the server's word counts. */
function actionsOn(task: Task, subject: Subject, today: Day): ReadonlySet<TaskAction> {
  const facts = factsOfTask(task)
  const hasExtension = task.extensions.some(({ decision }) => decision === null)
  const unpassed = task.extensions.some(({ decision, passed }) => decision === null && passed === null)
  const isDue: Readonly<Partial<Record<TaskAction, boolean>>> = {
    'pass-extension': unpassed && task.assigner !== subject.person,
    'decide-extension': hasExtension,
    'ask-extension': task.deadline !== null && today <= task.deadline,
    'answer-urging': task.urgings.some(({ answers }) => answers.length === 0),
  }
  return new Set(
    actions.filter(
      (action) =>
        permit(subject, { action, task: facts }).allow &&
        isTimeFor(action, task.phase.state) &&
        isDue[action] !== false,
    ),
  )
}
