import type { Subject } from '../../shared/domain/access.ts'
import type { Act } from '../../shared/domain/act.ts'
import type { Hash, PersonId } from '../../shared/domain/id.ts'
import { type Task, type Urging, underWay } from '../../shared/domain/task.ts'
import { type DeskAct, isDeskAct, isTaskAct } from '../../shared/domain/task-question.ts'
import { isUnitAct, type UnitAct } from '../../shared/domain/unit-decide.ts'
import type { Refusal } from '../../shared/domain/verdict.ts'
import type { Day, Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { LocalMarks } from './local-marks.ts'
import type { TaskView } from './task-view.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What an agency's desk has to answer or to take note of, in one place: each with its words, none swallowed (T3, T4, T6). */
export type DeskNews = {
  /** Names it; "dealt with" is remembered by it. */
  key: string
  at: Instant
  by: PersonId | null
  noteCommit: Hash | null
} & (
  | { kind: 'urging'; view: TaskView; urging: Urging }
  | { kind: 'returned'; view: TaskView }
  | { kind: 'extension-refused'; view: TaskView; to: Day }
  /** `view` null: about no task, or one that has passed to another agency meanwhile. */
  | { kind: 'refused'; view: TaskView | null; said: (DeskAct | UnitAct)['kind']; reason: Refusal }
)

/** What waits for an answer first, by its due date; then what is only told, the last first. */
export function deskNews(
  views: readonly TaskView[],
  subject: Subject,
  copy: Pick<WorkingCopy, 'outbox' | 'settled'>,
  dealt: LocalMarks,
): DeskNews[] {
  if (!subject.roles.includes('clerk')) return []
  const led = views.filter(({ task }) => subject.agencies.includes(task.leadAgency))
  const onTheWay = copy.outbox().map(({ act }) => act)
  const answered = new Set(onTheWay.flatMap((act) => (act.kind === 'answer-urging' ? [act.body.urging] : [])))
  const reported = new Set(onTheWay.flatMap((act) => (act.kind === 'report-done' ? [act.body.task] : [])))
  const asking = led.flatMap((view) => [
    ...urgingsOf(view).filter(({ urging }) => !answered.has(urging.act)),
    ...(reported.has(view.task.id) ? [] : returnOf(view)),
  ])
  const told = [...led.flatMap(refusedExtensions), ...refusedActs(views, copy)]
    .filter(({ key }) => !dealt.has(key))
    .sort((a, b) => b.at - a.at)
  return [...asking, ...told]
}

type Of<K extends DeskNews['kind']> = DeskNews & { kind: K }

function urgingsOf(view: TaskView): Of<'urging'>[] {
  if (![...underWay, 'reported-done'].includes(view.task.phase.state)) return []
  return view.task.urgings.flatMap((urging) => {
    const { act, at, by, noteCommit, answers } = urging
    if (answers.length > 0) return []
    return [{ kind: 'urging', key: `urging/${act}`, view, at, by, noteCommit, urging }]
  })
}

function returnOf(view: TaskView): Of<'returned'>[] {
  const last = view.task.checks.at(-1)
  if (view.task.phase.state !== 'returned' || !last) return []
  const { act, at, by, noteCommit } = last
  return [{ kind: 'returned', key: `returned/${act}`, view, at, by, noteCommit }]
}

const isOver = ({ phase }: Task) => phase.state === 'confirmed' || phase.state === 'cancelled'

function refusedExtensions(view: TaskView): Of<'extension-refused'>[] {
  if (isOver(view.task)) return []
  return view.task.extensions.flatMap(({ to, decision }) => {
    if (!decision || decision.to !== null) return []
    const { act, at, by, noteCommit } = decision
    return [{ kind: 'extension-refused', key: `extension-refused/${act}`, view, at, by, noteCommit, to }]
  })
}

/** What this device said and the Office did not take, of its units too: whoever leads the task by now, the words were written here. */
function refusedActs(views: readonly TaskView[], copy: Pick<WorkingCopy, 'settled'>): Of<'refused'>[] {
  const byTask = new Map(views.map((view) => [view.task.id, view]))
  return copy.settled().flatMap(({ act, receipt }) => {
    if (!isSaidByDesk(act)) return []
    const entry = parseEntry(receipt.leaf)
    if (entry?.kind !== 'act' || entry.verdict.kind !== 'refused') return []
    const view = ('task' in act.body && byTask.get(act.body.task)) || null
    const { reason } = entry.verdict
    const of = { key: `refused/${act.id}`, view, at: entry.at, by: null, noteCommit: wordsOf(act) }
    return [{ kind: 'refused', said: act.kind, reason, ...of }]
  })
}

const isSaidByDesk = (act: Act): act is DeskAct | UnitAct =>
  isUnitAct(act) || (isTaskAct(act) && isDeskAct(act))

function wordsOf({ body }: DeskAct | UnitAct): Hash | null {
  if ('nameCommit' in body) return body.nameCommit
  return 'noteCommit' in body ? body.noteCommit : null
}
