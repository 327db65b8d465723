import type { Admission, AgendaItem } from './agenda-item.ts'
import { agendaItemKey } from './agenda-item.ts'
import { type Attendance, attendanceKey } from './attendance.ts'
import type { Entity, EntityKey } from './entity.ts'
import type { Standpoint } from './event.ts'
import { handedPaperKey } from './handed-paper.ts'
import { applyToHandedPaper } from './handed-paper-apply.ts'
import type { PersonId } from './id.ts'
import { type Meeting, type MeetingPhase, meetingKey, scheduleOf } from './meeting.ts'
import type { MeetingEvent } from './meeting-event.ts'
import { type ItemLayer, itemLayerKey } from './note-layer.ts'
import { noPosition, type Position, positionKey } from './position.ts'

/** The rows that an event about a meeting changes. */
export function keysTouchedByMeeting(event: MeetingEvent): EntityKey[] {
  switch (event.kind) {
    case 'agenda-item-drafted':
    case 'agenda-item-sent':
    case 'agenda-item-withdrawn':
      return [agendaItemKey(event.meeting, event.item)]
    case 'admitted-to-item':
    case 'dismissed-from-item':
    case 'admission-ended':
      return [agendaItemKey(event.meeting, event.item), meetingKey(event.meeting)]
    case 'item-layer-shared':
      return [itemLayerKey(event.document, event.person)]
    case 'paper-handed-out':
    case 'paper-returned':
      return [handedPaperKey(event, event.person)]
    case 'invitation-replied':
    case 'absence-decided':
      return [attendanceKey(event.meeting, event.person)]
    case 'position-taken':
    case 'item-delivered':
    case 'item-opened':
      return [positionKey(event.meeting, event.item, event.person)]
    default:
      return [meetingKey(event.meeting)]
  }
}

/** One row after one event; see apply.ts. @throws where the row that the event speaks of is missing */
export function applyMeetingEvent(
  entity: Entity | undefined,
  key: EntityKey,
  event: MeetingEvent,
  standpoint: Standpoint,
): Entity {
  switch (key.split('/')[0]) {
    case 'meeting':
      return applyToMeeting(entity?.kind === 'meeting' ? entity : undefined, event, standpoint)
    case 'agenda-item':
      return applyToAgendaItem(entity?.kind === 'agenda-item' ? entity : undefined, event, standpoint)
    case 'attendance':
      return applyToAttendance(entity?.kind === 'attendance' ? entity : undefined, event, standpoint)
    case 'item-layer':
      return applyToItemLayer(event)
    case 'handed-paper':
      return applyToHandedPaper(entity?.kind === 'handed-paper' ? entity : undefined, event, standpoint)
    case 'position':
      return applyToPosition(entity?.kind === 'position' ? entity : undefined, event, standpoint)
    default:
      throw misfit(event, key)
  }
}

function applyToItemLayer(event: MeetingEvent): ItemLayer {
  if (event.kind !== 'item-layer-shared') throw misfit(event, 'a layer')
  const { meeting, item, person, document, readers } = event
  return { kind: 'item-layer', document, meeting, item, person, readers }
}

const misfit = (event: MeetingEvent, of: string) => new Error(`event ${event.kind} does not apply to ${of}`)

function applyToMeeting(meeting: Meeting | undefined, event: MeetingEvent, { at }: Standpoint): Meeting {
  if (event.kind === 'meeting-drafted') {
    const { meeting: id, by, type, handlers, ...schedule } = event
    const { kind: _, ...when } = schedule
    return meeting
      ? { ...meeting, type, handlers, ...when }
      : {
          kind: 'meeting',
          id,
          type,
          createdBy: by,
          handlers,
          phase: { state: 'draft' },
          ...when,
          changes: [],
          invitedAt: null,
          admitted: [],
        }
  }
  if (!meeting) throw misfit(event, 'no meeting')
  const inPhase = (phase: MeetingPhase): Meeting => ({ ...meeting, phase })
  switch (event.kind) {
    case 'meeting-submitted':
      return inPhase({ state: 'submitted', by: event.by, at })
    case 'meeting-returned':
      return inPhase({ state: 'returned', by: event.by, at, reason: event.reason })
    case 'meeting-approved':
      return inPhase({ state: 'approved', by: event.by, at })
    case 'meeting-invited':
      return { ...meeting, phase: { state: 'invited', by: event.by, at }, invitedAt: at }
    case 'meeting-cancelled':
      return inPhase({ state: 'cancelled', by: event.by, at, reason: event.reason })
    case 'meeting-changed': {
      const { by, contentHash, startsAt, endsAt, chair, reason } = event
      const change = { before: scheduleOf(meeting), at, by, reason }
      return { ...meeting, contentHash, startsAt, endsAt, chair, changes: [...meeting.changes, change] }
    }
    case 'admitted-to-item':
      return { ...meeting, admitted: [...new Set([...meeting.admitted, event.admission.person])].sort() }
    case 'dismissed-from-item':
    case 'admission-ended':
      return event.isLast
        ? { ...meeting, admitted: meeting.admitted.filter((person) => person !== event.person) }
        : meeting
    default:
      throw misfit(event, 'a meeting')
  }
}

function applyToAgendaItem(
  item: AgendaItem | undefined,
  event: MeetingEvent,
  { at }: Standpoint,
): AgendaItem {
  if (event.kind === 'agenda-item-drafted' || event.kind === 'agenda-item-sent') {
    const { meeting, item: id, by, rank, contentHash, leadAgency, plannedMinutes, readers } = event
    const isSent = event.kind === 'agenda-item-sent'
    const sent = isSent ? [{ hash: contentHash, at, by, reason: event.reason }] : []
    const versions = [...(item?.versions ?? []), ...sent]
    // What was sent stays readable in its old version (D1); what was only drafted does not.
    const files = versions.length > sent.length ? [...(item?.files ?? []), ...event.files] : event.files
    return {
      kind: 'agenda-item',
      meeting,
      id,
      rank,
      contentHash,
      leadAgency,
      plannedMinutes,
      readers,
      admissions: item?.admissions ?? [],
      versions,
      withdrawn: null,
      files: [...new Set(files)],
    }
  }
  if (!item) throw misfit(event, 'no agenda item')
  const without = (person: PersonId): Admission[] =>
    item.admissions.filter((admission) => admission.person !== person)
  switch (event.kind) {
    case 'agenda-item-withdrawn':
      return { ...item, withdrawn: { at, by: event.by, reason: event.reason } }
    case 'admitted-to-item':
      return {
        ...item,
        admissions: [...without(event.admission.person), { ...event.admission, endedAt: null }],
      }
    case 'dismissed-from-item':
      return { ...item, admissions: without(event.person) }
    case 'admission-ended':
      return {
        ...item,
        admissions: item.admissions.map((admission) =>
          admission.person === event.person ? { ...admission, endedAt: at } : admission,
        ),
      }
    default:
      throw misfit(event, 'an agenda item')
  }
}

function applyToAttendance(
  before: Attendance | undefined,
  event: MeetingEvent,
  { n, at }: Standpoint,
): Attendance {
  if (event.kind === 'invitation-replied') {
    const { meeting, person, reply } = event
    const replies = [...(before?.replies ?? []), { reply, at, n }]
    return { kind: 'attendance', meeting, person, replies, decision: null }
  }
  if (event.kind !== 'absence-decided' || !before) throw misfit(event, 'attendance')
  const { approved, by, reason } = event
  return { ...before, decision: { approved, by, at, reason } }
}

function applyToPosition(before: Position | undefined, event: MeetingEvent, mark: Standpoint): Position {
  switch (event.kind) {
    case 'position-taken': {
      const { meeting, item, person, by, contentHash, stance, noteCommit } = event
      const position = before ?? noPosition(meeting, item, person)
      const taken = { ...mark, stance, contentHash, noteCommit, by }
      return { ...position, taken: [...position.taken, taken] }
    }
    case 'item-delivered': {
      const { meeting, item, person, contentHash } = event
      const position = before ?? noPosition(meeting, item, person)
      // The first mark is the evidence.
      return position.delivered.some((known) => known.contentHash === contentHash)
        ? position
        : { ...position, delivered: [...position.delivered, { ...mark, contentHash }] }
    }
    case 'item-opened': {
      const { meeting, item, person, files } = event
      const position = before ?? noPosition(meeting, item, person)
      const fresh = files.filter((file) => !position.opened.some((known) => known.file === file))
      return { ...position, opened: [...position.opened, ...fresh.map((file) => ({ ...mark, file }))] }
    }
    default:
      throw misfit(event, 'a position')
  }
}
