import { permit, type Subject } from '../../shared/domain/access.ts'
import type { Act, ActOf } from '../../shared/domain/act.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { ActId, TaskId, UnitId } from '../../shared/domain/id.ts'
import { type Task, type TaskContent, taskKey } from '../../shared/domain/task.ts'
import { factsOfTask, type TaskQuestion } from '../../shared/domain/task-access.ts'
import { isTimeFor } from '../../shared/domain/task-decide.ts'
import { type ListedTask, lineOf, listedOn, type TaskLine } from '../../shared/domain/task-line.ts'
import { inDueOrder } from '../../shared/domain/task-order.ts'
import { isLinked, type TaskOrigin } from '../../shared/domain/task-origin.ts'
import { type DeskAct, isDeskAct, isTaskAct } from '../../shared/domain/task-question.ts'
import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { askedTasks } from './asked-task.ts'
import type { Clock } from './ports.ts'
import { tabletContext, taskContentIn } from './tablet-context.ts'
import { unitsByTask, unitsHere } from './task-splits.ts'
import type { WorkingCopy } from './working-copy.ts'

/** One task as this device holds it, with what is under way here (T2, T3, O1). */

/** What this desk said and the row does not show: not sent yet, or turned away. Nothing of it is lost. */
export type DeskWord = { act: DeskAct | ActOf<'ask-task'>; note: string } & (
  | { kind: 'saved'; storedAt: Instant; outlook: Verdict; rejected: string | null }
  | { kind: 'refused'; reason: Refusal; at: Instant }
)

export type TaskView = ListedTask & {
  readonly task: Task
  /** Null where the words are not here. */
  readonly content: TaskContent | null
  readonly origin: TaskOrigin | null
  /** Acts of this device about it that wait to be sent. */
  readonly waiting: number
  readonly units: readonly UnitId[]
  /** Of one that is signed here and that no row tells of yet. */
  readonly asked: 'waiting' | 'refused' | null
}

export type TaskAction = Exclude<
  TaskQuestion['action'],
  'read-task' | 'ask-task' | 'read-task-import' | 'import-drafts' | 'import-tasks'
>

export type TaskDetail = TaskView & {
  words: DeskWord[]
  /** Numbers in the ledger, of acts whose receipt is here. */
  recorded: ReadonlyMap<ActId, number>
  /** Rows of ballots from which it comes, or did by mistake. */
  links: readonly TaskOrigin[]
  can: ReadonlySet<TaskAction>
}

type Deps = {
  copy: WorkingCopy
  me: Parameters<typeof tabletContext>[1]
  clock: Clock
}

/** Made once of each version of a row, which is one object as long as it stays as it is: thousands are listed. */
type Known = { line: TaskLine; content: () => TaskContent | null }
const known = new WeakMap<Task, Known>()

function knownOf(task: Task, copy: WorkingCopy): Known {
  const before = known.get(task)
  if (before) return before
  let content: TaskContent | null = null
  const read = () => {
    content ??= taskContentIn(copy, task.contentHash) ?? null
    return content
  }
  const made = { line: lineOf(task, read), content: read }
  known.set(task, made)
  return made
}

export function taskViews({ copy, me, clock }: Deps): TaskView[] {
  const today = dayOf(clock.now())
  const linked = copy.reader.list('task-origin', 'task-origin/').filter(isLinked)
  const origins = new Map(linked.map((one) => [one.task, one]))
  const waiting = new Map<TaskId, number>()
  for (const { act } of copy.outbox()) {
    if (isTaskAct(act)) waiting.set(act.body.task, (waiting.get(act.body.task) ?? 0) + 1)
  }
  const units = unitsByTask(unitsHere({ copy, me, clock }))
  const asked = askedTasks(copy)
  const standings = new Map(asked.map(({ task, standing }) => [task.id, standing]))
  for (const { origin } of asked) origins.set(origin.task, origin)
  const rows = [...copy.reader.list('task', 'task/'), ...asked.map(({ task }) => task)]
  const views = rows.map((task): TaskView => {
    const { line, content } = knownOf(task, copy)
    return {
      ...listedOn(line, today),
      task,
      // Read for the lines that are drawn, and not for thousands.
      get content() {
        return content()
      },
      origin: origins.get(task.id) ?? null,
      waiting: waiting.get(task.id) ?? 0,
      units: units.get(task.id) ?? [],
      asked: standings.get(task.id) ?? null,
    }
  })
  return inDueOrder(views)
}

export function taskDetail(view: TaskView, deps: Deps): TaskDetail {
  const { copy, me, clock } = deps
  const context = tabletContext(copy, me, clock)
  const { task } = view
  const note = (act: DeskWord['act']) =>
    'noteCommit' in act.body ? (copy.opened(act.body.noteCommit) ?? '') : ''
  const saved = copy
    .outbox()
    .flatMap(({ act, storedAt, rejected }): DeskWord[] =>
      isSaid(act) && act.body.task === task.id
        ? [{ kind: 'saved', act, note: note(act), storedAt, rejected, outlook: decide(act, context) }]
        : [],
    )
  const recorded = new Map<ActId, number>()
  const refused = copy.settled().flatMap(({ act, receipt }): DeskWord[] => {
    if (!isSaid(act) || act.body.task !== task.id) return []
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
    links: copy.reader.list('task-origin', 'task-origin/').filter((one) => one.task === task.id),
    // Of what has not arrived there is nothing to do.
    can: copy.reader.get('task', taskKey(task.id)) ? actionsOn(view, context.subject) : new Set(),
  }
}

const isSaid = (act: Act): act is DeskWord['act'] =>
  act.kind === 'ask-task' || (isTaskAct(act) && isDeskAct(act))

const actions: readonly TaskAction[] = [
  ...(['draft-task', 'assign-task', 'cancel-task', 'confirm-task', 'return-task', 'pass-extension'] as const),
  ...(['decide-extension', 'urge-task', 'receive-task', 'report-progress', 'report-done'] as const),
  ...(['ask-extension', 'answer-urging', 'link-task'] as const),
]

/** What a person may do with a task as it stands; the server's word counts. */
function actionsOn({ task, origin }: TaskView, subject: Subject): ReadonlySet<TaskAction> {
  const facts = factsOfTask(task)
  const hasExtension = task.extensions.some(({ decision }) => decision === null)
  const unpassed = task.extensions.some(({ decision, passed }) => decision === null && passed === null)
  const isDue: Readonly<Partial<Record<TaskAction, boolean>>> = {
    'pass-extension': unpassed && task.assigner !== subject.person,
    'decide-extension': hasExtension,
    // A draft without one is given it with its other facts.
    'link-task': origin === null ? task.phase.state !== 'draft' : 'ballot' in origin && !('page' in origin),
    // After the due day too: whoever asks is told why it is too late (T4).
    'ask-extension': task.deadline !== null,
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
