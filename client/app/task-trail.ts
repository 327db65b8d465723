import type { ActId, AgencyId, BallotId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Product, Task } from '../../shared/domain/task.ts'
import type { TaskFile } from '../../shared/domain/task-file.ts'
import { changesOf, type TaskOrigin } from '../../shared/domain/task-origin.ts'
import type { UrgingPoint } from '../../shared/domain/urging.ts'
import type { Day, Instant } from '../../shared/lib/time.ts'

/** What came of a task, one line for each act, the newest first. */
export type TrailLine = {
  at: Instant
  by: PersonId | null
  act: ActId | null
  noteCommit: Hash | null
  attached?: readonly TaskFile[] | undefined
} & (
  | { kind: 'drafted' | 'received' | 'passed' | 'urged' | 'urging-answered' | 'returned' | 'cancelled' }
  | { kind: 'urged-by-rule'; rule: UrgingPoint }
  | { kind: 'assigned'; due: Day }
  | { kind: 'progress'; percent: number; isStale: boolean; isCrossed: boolean }
  | { kind: 'done'; product: Product; isStale: boolean; isCrossed: boolean }
  | { kind: 'extension-asked'; due: Day; isClaimed: boolean }
  | { kind: 'extension-granted'; due: Day }
  | { kind: 'extension-refused' }
  | { kind: 'confirmed'; doneOn: Day }
  | { kind: 'handed-over'; from: AgencyId; to: AgencyId }
  | { kind: 'linked' | 'unlinked'; ballot: BallotId }
)

type Said = {
  act: ActId
  at: Instant
  by: PersonId | null
  noteCommit: Hash | null
  attached?: TaskFile[] | undefined
}
const ofSaid = ({ act, at, by, noteCommit, attached }: Said) => ({ act, at, by, noteCommit, attached })
const plain = (at: Instant, by: PersonId | null) => ({ at, by, act: null, noteCommit: null })

/** @param links rows of the ballots from which it comes, for who reads them (D2) */
export function trailOf(task: Task, links: readonly TaskOrigin[] = []): TrailLine[] {
  const [first] = task.deadlines
  const { drafted, received, cancelled } = task
  const lines: TrailLine[] = [
    { kind: 'drafted', ...plain(drafted.at, drafted.by) },
    ...(first ? [{ kind: 'assigned' as const, due: first.day, ...plain(first.at, first.by) }] : []),
    ...(received ? [{ kind: 'received' as const, ...plain(received.at, received.by) }] : []),
    ...task.reports.map(({ percent, product, isStale, ...said }, i): TrailLine => {
      // Two desks at once: it is told at both of the reports.
      const isCrossed = task.reports[i + 1]?.isStale === true
      const line = { ...ofSaid(said), isStale, isCrossed }
      return product ? { kind: 'done', product, ...line } : { kind: 'progress', percent, ...line }
    }),
    ...task.checks.map(({ doneOn, ...said }): TrailLine => {
      return doneOn ? { kind: 'confirmed', doneOn, ...ofSaid(said) } : { kind: 'returned', ...ofSaid(said) }
    }),
    ...task.extensions.flatMap(({ to, isClaimed, passed, decision, ...said }): TrailLine[] => [
      { kind: 'extension-asked', due: to, isClaimed, ...ofSaid(said) },
      ...(passed ? [{ kind: 'passed' as const, ...ofSaid(passed) }] : []),
      ...(decision ? [decisionLine(decision)] : []),
    ]),
    ...task.urgings.flatMap(({ answers, rule, ...said }): TrailLine[] => [
      rule ? { kind: 'urged-by-rule', rule, ...ofSaid(said) } : { kind: 'urged', ...ofSaid(said) },
      ...answers.map((answer) => ({ kind: 'urging-answered' as const, ...ofSaid(answer) })),
    ]),
    ...(task.passed ?? []).map(
      ({ from, to, at, by }): TrailLine => ({ kind: 'handed-over', from, to, ...plain(at, by) }),
    ),
    ...links.flatMap(linkLines),
    ...(cancelled ? [{ kind: 'cancelled' as const, ...ofSaid(cancelled) }] : []),
  ]
  // What happened in one moment stands as it was listed, the last one first.
  return lines
    .map((line, i) => ({ line, i }))
    .sort((a, b) => b.line.at - a.line.at || b.i - a.i)
    .map(({ line }) => line)
}

const linkLines = (origin: TaskOrigin): TrailLine[] =>
  'ballot' in origin
    ? changesOf(origin).map(({ isLinked, ...said }) => ({
        kind: isLinked ? 'linked' : 'unlinked',
        ballot: origin.ballot,
        ...said,
      }))
    : []

const decisionLine = ({ to, ...said }: Said & { to: Day | null }): TrailLine =>
  to
    ? { kind: 'extension-granted', due: to, ...ofSaid(said) }
    : { kind: 'extension-refused', ...ofSaid(said) }
