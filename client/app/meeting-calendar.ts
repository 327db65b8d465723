import type { Meeting, MeetingContent } from '../../shared/domain/meeting.ts'
import { calendarText } from '../../shared/lib/icalendar.ts'

/**
 * The invitation for a calendar outside: hour, place, title and remarks. Not a word of the agenda, since a calendar goes to
 * whoever keeps it, and each invited reader of the agenda reads another part of it (D2).
 */
export function meetingCalendar(
  { id, startsAt, endsAt, changes, phase, invitedAt }: Meeting,
  { title, place, remarks }: MeetingContent,
): string | null {
  if (invitedAt === null) return null
  const isCancelled = phase.state === 'cancelled'
  const changedAt = changes.at(-1)?.at ?? invitedAt
  return calendarText('-//E-Cabinet//VI', {
    uid: `meeting-${id}`,
    sequence: changes.length + (isCancelled ? 1 : 0),
    madeAt: phase.state === 'cancelled' ? phase.at : changedAt > invitedAt ? changedAt : invitedAt,
    startsAt,
    endsAt,
    isCancelled,
    summary: title,
    place,
    description: remarks,
  })
}
