import { permit, type Question, type Subject } from './access.ts'
import type { Act } from './act.ts'
import { agendaItemKey } from './agenda-item.ts'
import { attendanceKey } from './attendance.ts'
import type { EntityKey, EntityReader } from './entity.ts'
import { handedPaperPrefix } from './handed-paper.ts'
import type { InvitedAct } from './invited-decide.ts'
import { itemSessionKey } from './item-session.ts'
import { meetingKey } from './meeting.ts'
import { factsOfItem, factsOfMeeting, type MeetingQuestion } from './meeting-access.ts'
import { meetingBodies } from './meeting-act.ts'
import type { MeetingAct, MeetingOfficeAct } from './meeting-decide.ts'
import { itemLayerOf } from './note-layer-decide.ts'
import { positionKey } from './position.ts'
import type { SessionQuestion } from './session-access.ts'

/** What an act about a meeting asks of `permit`, and which rows deciding it reads; see decide.ts. */

export const isMeetingAct = (act: Act): act is MeetingAct => Object.hasOwn(meetingBodies, act.kind)

export const isInvitedAct = (act: MeetingAct): act is InvitedAct =>
  act.kind === 'reply-to-invitation' || isAboutItem(act)

const isAboutItem = (act: MeetingAct): act is Exclude<InvitedAct, { kind: 'reply-to-invitation' }> =>
  act.kind === 'take-position' ||
  act.kind === 'mark-item-delivered' ||
  act.kind === 'mark-item-opened' ||
  act.kind === 'share-item-layer'

export function questionOfMeetingAct(act: MeetingAct, reader: EntityReader): Question | null {
  const { person } = act
  const row = reader.get('meeting', meetingKey(act.body.meeting))
  if (!row) return act.kind === 'draft-meeting' ? { action: act.kind, meeting: null } : null
  const meeting = factsOfMeeting(row)
  if (act.kind === 'reply-to-invitation') return { action: act.kind, person, meeting }
  if (!isAboutItem(act)) return { action: act.kind, meeting }
  const item = reader.get('agenda-item', agendaItemKey(act.body.meeting, act.body.item))
  if (!item) return null
  const of = { meeting, item: factsOfItem(item) }
  return act.kind === 'share-item-layer' ? { action: act.kind, ...of } : { action: act.kind, person, ...of }
}

export function readsOfMeetingAct(act: MeetingAct): EntityKey[] {
  const { meeting } = act.body
  if (act.kind === 'share-item-layer') {
    return [meetingKey(meeting), agendaItemKey(meeting, act.body.item), itemLayerOf(act)]
  }
  if (isAboutItem(act)) {
    const { item } = act.body
    const member = act.kind === 'take-position' ? act.body.member : act.person
    const keys = [meetingKey(meeting), agendaItemKey(meeting, item), positionKey(meeting, item, member)]
    return member === act.person ? keys : [...keys, attendanceKey(meeting, member)]
  }
  if (act.kind === 'reply-to-invitation') {
    return [meetingKey(meeting), `agenda-item/${meeting}/`, attendanceKey(meeting, act.person)]
  }
  return readsOfOfficeAct(act)
}

function readsOfOfficeAct(act: MeetingOfficeAct): EntityKey[] {
  const { meeting } = act.body
  const both = [meetingKey(meeting), `agenda-item/${meeting}/`]
  if (act.kind === 'admit-to-item' && act.body.member)
    return [...both, attendanceKey(meeting, act.body.member)]
  if (act.kind === 'withdraw-agenda-item') return [...both, itemSessionKey(meeting, act.body.item)]
  if (act.kind === 'hand-out-paper' || act.kind === 'return-paper') {
    return [...both, handedPaperPrefix(act.body)]
  }
  if (act.kind === 'decide-absence') return [...both, attendanceKey(meeting, act.body.person)]
  return both
}

/** Whether the object that a question names is one that its asker may read (D2). */
export function mayKnowOfMeeting(question: MeetingQuestion | SessionQuestion, subject: Subject): boolean {
  const { meeting } = question
  if (meeting === null) return true
  return 'item' in question
    ? permit(subject, { action: 'read-agenda-item', meeting, item: question.item }).allow
    : permit(subject, { action: 'read-meeting', meeting }).allow
}
