import type { Subject } from '../../shared/domain/access.ts'
import type { BallotId, PersonId } from '../../shared/domain/id.ts'
import type { Proposal } from '../../shared/domain/proposal.ts'
import { type WorkCalendar, workingMsBetween } from '../../shared/domain/working-day.ts'
import { dayMs, type Instant } from '../../shared/lib/time.ts'
import type { DeviceDesk } from './device-desk.ts'
import type { OfficeBallotView, OfficeDesk } from './office-ballot.ts'
import { mayBeRuled, openRulings } from './ruling-case.ts'
import { answerCounts } from './watch-stage.ts'

/** What waits at the Office's desk, most pressing first: a list that empties. */
export type OfficeTask =
  | { kind: 'decide-closing'; view: OfficeBallotView; downFrom: Instant; downTo: Instant }
  | { kind: 'approve'; view: OfficeBallotView; by: PersonId; at: Instant }
  /** `count`: of all that wait on the same ballot; the first of them in full. */
  | { kind: 'confirm'; proposal: Proposal; count: number; view: OfficeBallotView }
  | { kind: 'device'; device: ReturnType<DeviceDesk['list']>[number]; isMine: boolean }
  | { kind: 'returned'; view: OfficeBallotView; reason: string }
  | {
      kind: 'remind'
      view: OfficeBallotView
      silent: number
      /** Answered a former version, and are to confirm it (B5). */
      former: number
      members: number
      workingMsLeft: number
    }
  | { kind: 'rule'; view: OfficeBallotView; open: number }
  | { kind: 'finish-draft'; view: OfficeBallotView }
  /** Begun on this device, never stored at the Office. */
  | { kind: 'begun'; ballot: BallotId }

const urgency: readonly OfficeTask['kind'][] = [
  'decide-closing',
  'approve',
  'confirm',
  'device',
  'returned',
  'remind',
  'rule',
  'finish-draft',
  'begun',
]

/** Silent members are named for reminding in the last working day (B16). */
const remindFromMs = dayMs

export function officeTasks(given: {
  desk: OfficeDesk
  devices: DeviceDesk
  subject: Subject
  begun: readonly BallotId[]
  now: Instant
  calendar: WorkCalendar
}): OfficeTask[] {
  const { desk, devices, subject, begun, now, calendar } = given
  const isHead = subject.roles.includes('head-of-office')
  const isSecretary = subject.roles.includes('secretary')
  const views = desk.list()
  const proposals = desk.proposals()

  const ofBallot = (view: OfficeBallotView): OfficeTask[] => {
    const { ballot } = view
    const { phase, id } = ballot
    const tasks: OfficeTask[] = []
    if (phase.state === 'closing-waits' && isHead) {
      tasks.push({ kind: 'decide-closing', view, downFrom: phase.downFrom, downTo: phase.downTo })
    }
    if (phase.state === 'submitted' && isHead) {
      tasks.push({ kind: 'approve', view, by: phase.by, at: phase.at })
    }
    if (phase.state === 'returned' && isSecretary) {
      tasks.push({ kind: 'returned', view, reason: phase.reason })
    }
    if (phase.state === 'draft' && isSecretary) tasks.push({ kind: 'finish-draft', view })
    if (phase.state === 'issued') {
      const workingMsLeft = workingMsBetween(calendar, now, ballot.deadlineAt)
      const { silent, former, total: members } = answerCounts(desk.watch(id))
      if (silent + former > 0 && workingMsLeft <= remindFromMs) {
        tasks.push({ kind: 'remind', view, silent, former, members, workingMsLeft })
      }
    }
    const open = openRulings(ballot, desk.watch(id), proposals).filter(({ proposal }) => proposal === null)
    if (open.length > 0) tasks.push({ kind: 'rule', view, open: open.length })
    return tasks
  }

  const toConfirm = [
    ...Map.groupBy(
      proposals.filter(({ by }) => by !== subject.person),
      ({ body }) => ('ballot' in body ? body.ballot : null),
    ),
  ].flatMap(([ballot, [proposal, ...more]]): OfficeTask[] => {
    const view = ballot === null ? null : desk.get(ballot)
    return view && proposal && mayBeRuled(view.ballot)
      ? [{ kind: 'confirm', proposal, count: more.length + 1, view }]
      : []
  })
  const pending = devices
    .list()
    .filter(({ device }) => device.phase.state === 'pending')
    .map((device): OfficeTask => {
      return { kind: 'device', device, isMine: device.proposal?.by === subject.person }
    })
  const unsaved = begun
    .filter((id) => desk.get(id) === null)
    .map((ballot): OfficeTask => ({ kind: 'begun', ballot }))
  const rank = ({ kind }: OfficeTask) => urgency.indexOf(kind)
  const dueAt = (task: OfficeTask) => ('view' in task ? task.view.ballot.deadlineAt : 0)
  return [...views.flatMap(ofBallot), ...toConfirm, ...pending, ...unsaved].sort(
    (a, b) => rank(a) - rank(b) || dueAt(a) - dueAt(b),
  )
}
