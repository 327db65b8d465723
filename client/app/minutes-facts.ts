import { attendanceKey, type InvitationReply } from '../../shared/domain/attendance.ts'
import type { AgencyId, Hash, MeetingId, PersonId } from '../../shared/domain/id.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../../shared/domain/meeting.ts'
import { appointmentsOn, memberAppointmentOn, membersOn, type Person } from '../../shared/domain/people.ts'
import { type Session, sessionKey } from '../../shared/domain/session.ts'
import { type Presence, presenceKey } from '../../shared/domain/session-presence.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { type ItemSessionDeps, type SessionItem, sessionItems } from './item-session.ts'
import { meetingContentIn } from './tablet-context.ts'

/** What happened in a session, as the minutes tell it: by the posts of that day, and not of the day on which they are written. */

export type CameLine = {
  person: Person
  spans: Presence['spans']
  /** What a member said to the invitation, last. */
  reply: InvitationReply | null
}

export type MinutesFacts = {
  meeting: Meeting
  content: MeetingContent
  session: Session
  members: CameLine[]
  /** Let in to some item: substitutes and guests. */
  others: (CameLine & { as: 'guest' | 'substitute'; of: PersonId | null })[]
  items: SessionItem[]
  /** With the post, where it says more. */
  nameOf(id: PersonId): string
  agencyOf(id: AgencyId): string
  opened(hash: Hash): string
}

/** Null before the session was opened, and where this device does not hold it. */
export function minutesFacts(id: MeetingId, deps: ItemSessionDeps): MinutesFacts | null {
  const { copy } = deps
  const { reader } = copy
  const meeting = reader.get('meeting', meetingKey(id))
  const session = reader.get('session', sessionKey(id))
  const content = meeting && meetingContentIn(copy, meeting.contentHash)
  if (!meeting || !session || !content) return null
  const day = dayOf(session.opened.at)
  const people = reader.list('person')
  const items = sessionItems(id, deps)
  const came = (person: Person): CameLine => ({
    person,
    spans: reader.get('presence', presenceKey(id, person.id))?.spans ?? [],
    reply: reader.get('attendance', attendanceKey(id, person.id))?.replies.at(-1)?.reply ?? null,
  })
  const admissions = items.flatMap(({ item }) => item.admissions)
  const others = people.flatMap((person) => {
    const admission = admissions.find((one) => one.person === person.id)
    return admission ? [{ ...came(person), as: admission.as, of: admission.member }] : []
  })
  return {
    ...{ meeting, content, session, items, others },
    members: membersOn(people, day).map(came),
    nameOf: (who) => {
      const person = reader.get('person', `person/${who}`)
      if (!person) return who
      const post = (memberAppointmentOn(person, day) ?? appointmentsOn(person, day)[0])?.title ?? ''
      // Posts are written as names where nobody is named for them.
      return post === '' || post === person.name ? person.name : `${person.name}, ${post}`
    },
    agencyOf: (agency) => reader.get('agency', `agency/${agency}`)?.name ?? agency,
    opened: (hash) => copy.opened(hash) ?? '',
  }
}
