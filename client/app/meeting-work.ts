import type { Subject } from '../../shared/domain/access.ts'
import { attendanceKey } from '../../shared/domain/attendance.ts'
import type { EntityReader } from '../../shared/domain/entity.ts'
import { MeetingId, type PersonId } from '../../shared/domain/id.ts'
import { minutesKey } from '../../shared/domain/minutes.ts'
import { membersOn } from '../../shared/domain/people.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { OfficeMeetingDesk, OfficeMeetingView } from './office-meeting.ts'

/** What meetings wait for at the Office's desk, most pressing first. */
export type MeetingTask =
  | { kind: 'approve'; view: OfficeMeetingView; by: PersonId; at: Instant }
  | { kind: 'returned'; view: OfficeMeetingView; reason: string }
  | { kind: 'invite'; view: OfficeMeetingView; by: PersonId; at: Instant }
  /** So many ask to be absent, or send a substitute, and wait for an answer. */
  | { kind: 'absence'; view: OfficeMeetingView; count: number }
  /** Held and over: the conclusions wait to be issued. */
  | { kind: 'conclude'; view: OfficeMeetingView; at: Instant }
  /** Held, and nobody has stored minutes of it; or nobody has signed them. */
  | { kind: 'write-minutes' | 'sign-minutes'; view: OfficeMeetingView }
  | { kind: 'finish-draft'; view: OfficeMeetingView }
  /** Begun on this device, never stored at the Office. */
  | { kind: 'begun'; meeting: MeetingId }

const urgency: readonly MeetingTask['kind'][] = [
  'approve',
  'returned',
  'absence',
  'conclude',
  'sign-minutes',
  'write-minutes',
  'invite',
  'finish-draft',
  'begun',
]

export function meetingTasks(given: {
  desk: Pick<OfficeMeetingDesk, 'list' | 'get'>
  reader: EntityReader
  subject: Subject
  /** Names of the drafts on this device. */
  names: readonly string[]
}): MeetingTask[] {
  const { desk, reader, subject, names } = given
  const isHead = subject.roles.includes('head-of-office')
  const isSecretary = subject.roles.includes('secretary')

  const minutesOf = (view: OfficeMeetingView): MeetingTask[] => {
    const minutes = reader.get('minutes', minutesKey(view.meeting.id))
    if (!minutes) return isSecretary ? [{ kind: 'write-minutes', view }] : []
    const waits = isHead && minutes.signed === null && view.meeting.phase.state === 'concluded'
    return waits ? [{ kind: 'sign-minutes', view }] : []
  }

  const ofMeeting = (view: OfficeMeetingView): MeetingTask[] => {
    const { id, phase, startsAt } = view.meeting
    switch (phase.state) {
      case 'submitted':
        return isHead ? [{ kind: 'approve', view, by: phase.by, at: phase.at }] : []
      case 'returned':
        return isSecretary ? [{ kind: 'returned', view, reason: phase.reason }] : []
      case 'draft':
        return isSecretary ? [{ kind: 'finish-draft', view }] : []
      case 'approved':
        return [{ kind: 'invite', view, by: phase.by, at: phase.at }]
      case 'invited': {
        const waiting = membersOn(reader.list('person'), dayOf(startsAt)).filter((member) => {
          const attendance = reader.get('attendance', attendanceKey(id, member.id))
          const reply = attendance?.replies.at(-1)?.reply
          return reply !== undefined && reply.kind !== 'attends' && attendance?.decision === null
        })
        return isHead && waiting.length > 0 ? [{ kind: 'absence', view, count: waiting.length }] : []
      }
      case 'ended':
        return [...(isHead ? [{ kind: 'conclude', view, at: phase.at } as const] : []), ...minutesOf(view)]
      case 'concluded':
        return minutesOf(view)
      default:
        return []
    }
  }
  const begun = names.flatMap((name): MeetingTask[] => {
    const id = name.startsWith('meeting/')
      ? MeetingId.safeParse(name.slice('meeting/'.length)).data
      : undefined
    return id !== undefined && desk.get(id) === null ? [{ kind: 'begun', meeting: id }] : []
  })
  const rank = ({ kind }: MeetingTask) => urgency.indexOf(kind)
  const startOf = (task: MeetingTask) => ('view' in task ? task.view.meeting.startsAt : 0)
  return [...desk.list().flatMap(ofMeeting), ...begun].sort(
    (a, b) => rank(a) - rank(b) || startOf(a) - startOf(b),
  )
}
