import { standingFor } from '../../shared/domain/answer.ts'
import { type Ballot, currentVersion } from '../../shared/domain/ballot.ts'
import { type EntityReader, progressKey } from '../../shared/domain/entity.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { type Meeting, meetingKey } from '../../shared/domain/meeting.ts'
import { membersOn } from '../../shared/domain/people.ts'
import { type Task, taskKey } from '../../shared/domain/task.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { Mail, MailNotice, MailOwner } from './mail-port.ts'

/** Which letters follow from what has happened, and to whom. */
export function mailsOf(event: Event, cause: string, reader: EntityReader, at: Instant): Mail[] {
  const found = lettersOf(event, reader, at)
  return found === null ? [] : addressed(`${cause}/${event.kind}`, found.to, found.notice)
}

/** One letter each; its name follows from its cause. */
export function addressed(cause: string, to: readonly MailOwner[], notice: MailNotice): Mail[] {
  return [...new Set(to)].map((owner) => {
    const id = sha256Hex(utf8(`${cause}/${owner}`)).slice(0, 40)
    return { id, owner, notice }
  })
}

type Letters = { to: MailOwner[]; notice: MailNotice }

function lettersOf(event: Event, reader: EntityReader, at: Instant): Letters | null {
  switch (event.kind) {
    case 'task-assigned':
    case 'task-urged':
    case 'task-urged-by-rule': {
      const task = reader.get('task', taskKey(event.task))
      const kind = event.kind === 'task-assigned' ? event.kind : 'task-urged'
      return task ? { to: [`agency/${task.leadAgency}`], notice: taskNotice(kind, task) } : null
    }
    case 'ballot-issued': {
      const ballot = reader.get('ballot', `ballot/${event.ballot}`)
      if (!ballot) return null
      const members = membersOn(reader.list('person'), dayOf(at)).map(({ id }) => id)
      return { to: people([...members, ...ballot.handlers]), notice: ballotNotice('ballot-issued', ballot) }
    }
    case 'ballot-closed': {
      const ballot = reader.get('ballot', `ballot/${event.ballot}`)
      if (!ballot) return null
      const to = people([...unanswered(ballot, reader, ballot.deadlineAt), ...ballot.handlers])
      return { to, notice: ballotNotice('ballot-closed', ballot) }
    }
    case 'meeting-invited':
    case 'meeting-changed':
    case 'meeting-cancelled': {
      const meeting = reader.get('meeting', meetingKey(event.meeting))
      // Until it has been sent out nobody outside the Office knows of it.
      if (!meeting || meeting.invitedAt === null) return null
      return { to: invitedTo(meeting, reader), notice: meetingNotice(event.kind, meeting) }
    }
    default:
      return null
  }
}

export const people = (ids: readonly PersonId[]): MailOwner[] => ids.map((id) => `person/${id}` as const)

/** B16: nobody who has answered what is asked now. */
export function unanswered(ballot: Ballot, reader: EntityReader, at: Instant): PersonId[] {
  const version = currentVersion(ballot)
  const isSilent = (person: PersonId) => {
    const progress = reader.get('progress', progressKey(ballot.id, person))
    const standing = progress && version ? standingFor(progress, version.hash) : 'silent'
    return standing === 'silent' || standing === 'former'
  }
  return membersOn(reader.list('person'), dayOf(at)).flatMap(({ id }) => (isSilent(id) ? [id] : []))
}

const taskNotice = (kind: 'task-assigned' | 'task-urged', task: Task): MailNotice => ({
  kind,
  task: task.id,
  number: task.security === 'none' ? task.source.number : '',
  deadline: task.deadline,
})

const ballotNotice = (
  kind: 'ballot-issued' | 'ballot-closed',
  { id: ballot, number, deadlineAt }: Ballot,
): MailNotice => ({ kind, ballot, number: number ?? '', deadlineAt })

export const meetingNotice = (
  kind: 'meeting-invited' | 'meeting-changed' | 'meeting-cancelled' | 'meeting-tomorrow',
  { id: meeting, startsAt }: Meeting,
): MailNotice => ({ kind, meeting, startsAt })

/** Members in post on the day, who is let in to some item, and the chair. */
export const invitedTo = (meeting: Meeting, reader: EntityReader): MailOwner[] =>
  people([
    ...membersOn(reader.list('person'), dayOf(meeting.startsAt)).map(({ id }) => id),
    ...meeting.admitted,
    meeting.chair,
  ])
