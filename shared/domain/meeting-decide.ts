import { dayOf } from '../lib/time.ts'
import type { Act, ActOf } from './act.ts'
import {
  type AgendaItem,
  type AgendaItemContent,
  agendaHash,
  agendaItemKey,
  itemsOpenTo,
  standingItems,
} from './agenda-item.ts'
import { attendanceKey, isSubstituteFor } from './attendance.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event } from './event.ts'
import { decideHandedPaper } from './handed-paper-decide.ts'
import type { AgendaItemId, MeetingId } from './id.ts'
import { isCurrent, itemSessionKey } from './item-session.ts'
import { type Meeting, type MeetingState, meetingKey } from './meeting.ts'
import type { meetingBodies } from './meeting-act.ts'
import { memberAppointmentOn } from './people.ts'
import { summaryGap } from './summary-rule.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

/** A meeting's life in the Office's hands, until it is held (M1-M3, D3). */

export type MeetingAct = Extract<Act, { kind: keyof typeof meetingBodies }>
type OfficeKind = Exclude<
  MeetingAct['kind'],
  'reply-to-invitation' | 'take-position' | 'mark-item-delivered' | 'mark-item-opened' | 'share-item-layer'
>
export type MeetingOfficeAct = Extract<Act, { kind: OfficeKind }>

const preparing: readonly MeetingState[] = ['draft', 'returned']
const ahead: readonly MeetingState[] = ['approved', 'invited']

const statesByKind: Readonly<Record<Exclude<OfficeKind, 'draft-meeting'>, readonly MeetingState[]>> = {
  'draft-agenda-item': preparing,
  'drop-agenda-item': preparing,
  'submit-meeting': preparing,
  'return-meeting': ['submitted', 'approved'],
  'approve-meeting': ['submitted'],
  'invite-to-meeting': ['approved'],
  'cancel-meeting': [...preparing, 'submitted', ...ahead],
  'change-meeting': ahead,
  'change-agenda-item': ahead,
  'withdraw-agenda-item': [...ahead, 'in-session'],
  'admit-to-item': [...preparing, 'submitted', ...ahead, 'in-session'],
  'dismiss-from-item': [...preparing, 'submitted', ...ahead, 'in-session'],
  'decide-absence': ['invited'],
  'hand-out-paper': ['invited', 'in-session'],
  // It is to come back whatever has become of the meeting.
  'return-paper': ['invited', 'in-session', 'ended', 'concluded', 'cancelled'],
}

export function decideMeeting(act: MeetingOfficeAct, context: DecideContext): Verdict {
  const { reader, at } = context
  const id = act.body.meeting
  const meeting = reader.get('meeting', meetingKey(id))
  if (act.kind === 'draft-meeting') {
    if (meeting && !preparing.includes(meeting.phase.state)) return wrongState(meeting)
    return decideSchedule(act, context)
  }
  if (!meeting) return refused({ kind: 'not-found' })
  if (!statesByKind[act.kind].includes(meeting.phase.state)) return wrongState(meeting)
  const common = { meeting: id, by: act.person }
  switch (act.kind) {
    case 'submit-meeting': {
      const fault = faultOfAgenda(act.body.agendaHash, meeting, context)
      return fault ? refused(fault) : accepted({ kind: 'meeting-submitted', ...common })
    }
    case 'return-meeting':
      return accepted({ kind: 'meeting-returned', ...common, reason: act.body.reason })
    case 'approve-meeting': {
      const isSame = act.body.agendaHash === agendaHash(meeting, itemsOf(id, context))
      return isSame ? accepted({ kind: 'meeting-approved', ...common }) : refused({ kind: 'stale-content' })
    }
    case 'invite-to-meeting': {
      if (meeting.startsAt <= at) return refused({ kind: 'deadline-passed' })
      // What was approved may have been withdrawn since.
      const items = standingItems(itemsOf(id, context))
      if (items.length === 0) return refused({ kind: 'agenda-empty' })
      return accepted({ kind: 'meeting-invited', ...common }, ...items.map((item) => sent(item, act.person)))
    }
    case 'cancel-meeting':
      return accepted({ kind: 'meeting-cancelled', ...common, reason: act.body.reason })
    case 'change-meeting':
      return decideSchedule(act, context)
    case 'draft-agenda-item':
    case 'change-agenda-item':
      return decideItem(act, meeting, context)
    case 'drop-agenda-item':
    case 'withdraw-agenda-item': {
      const item = itemOf(act.body, context)
      if (!item || item.withdrawn) return refused({ kind: 'not-found' })
      const discussed = reader.get('item-session', itemSessionKey(id, item.id))
      if (discussed && isCurrent(discussed)) return refused({ kind: 'item-is-current' })
      const reason = act.kind === 'withdraw-agenda-item' ? act.body.reason : ''
      return accepted({ kind: 'agenda-item-withdrawn', ...common, item: item.id, reason })
    }
    case 'admit-to-item':
      return decideAdmission(act, context)
    case 'dismiss-from-item': {
      const { item, person } = act.body
      const open = itemsOpenTo(person, itemsOf(id, context))
      if (!open.some((one) => one.id === item)) return refused({ kind: 'not-found' })
      return accepted({ kind: 'dismissed-from-item', ...common, item, person, isLast: open.length === 1 })
    }
    case 'hand-out-paper':
    case 'return-paper':
      return decideHandedPaper(act, meeting, context)
    case 'decide-absence': {
      const { person, approved, reason } = act.body
      const last = reader.get('attendance', attendanceKey(id, person))?.replies.at(-1)?.reply
      if (!last || last.kind === 'attends') return refused({ kind: 'not-found' })
      return accepted({ kind: 'absence-decided', ...common, person, approved, reason })
    }
  }
}

const wrongState = (meeting: Meeting): Verdict => refused({ kind: 'wrong-state', state: meeting.phase.state })

const itemsOf = (meeting: MeetingId, { reader }: DecideContext): AgendaItem[] =>
  reader.list('agenda-item', `agenda-item/${meeting}/`)

const itemOf = (of: { meeting: MeetingId; item: AgendaItemId }, { reader }: DecideContext) =>
  reader.get('agenda-item', agendaItemKey(of.meeting, of.item))

function decideSchedule(
  act: ActOf<'draft-meeting'> | ActOf<'change-meeting'>,
  context: DecideContext,
): Verdict {
  const { at, reader } = context
  const { meeting, contentHash, startsAt, endsAt, chair } = act.body
  if (!context.meetingContent(contentHash)) return refused({ kind: 'content-malformed' })
  if (startsAt <= at) return refused({ kind: 'deadline-passed' })
  if (endsAt <= startsAt) return refused({ kind: 'ends-before-start' })
  // M11: one of the members, on that day.
  const person = reader.get('person', `person/${chair}`)
  if (!person || !memberAppointmentOn(person, dayOf(startsAt))) return refused({ kind: 'chair-not-member' })
  const common = { meeting, by: act.person, contentHash, startsAt, endsAt, chair }
  if (act.kind === 'change-meeting') {
    return accepted({ kind: 'meeting-changed', ...common, reason: act.body.reason })
  }
  const { type, handlers } = act.body
  return accepted({ kind: 'meeting-drafted', ...common, type, handlers: [...new Set(handlers)] })
}

function decideItem(
  act: ActOf<'draft-agenda-item'> | ActOf<'change-agenda-item'>,
  meeting: Meeting,
  context: DecideContext,
): Verdict {
  const { body } = act
  const content = context.agendaItemContent(body.contentHash)
  if (!content) return refused({ kind: 'content-malformed' })
  const fault = faultOfPapers(content, itemOf(body, context), context)
  if (fault) return refused(fault)
  const { meeting: id, item, contentHash, rank, leadAgency, plannedMinutes, readers } = body
  const files = [...new Set(content.documents.map(({ hash }) => hash))]
  const common = { meeting: id, by: act.person, item, contentHash, rank, leadAgency, plannedMinutes, readers }
  if (!('reason' in body)) return accepted({ kind: 'agenda-item-drafted', ...common, files })
  const gap = summaryGap(content.documents)
  if (gap) return refused({ kind: gap })
  // Before the invitation nothing has been sent: what is approved now goes out with it.
  if (meeting.invitedAt === null) return accepted({ kind: 'agenda-item-drafted', ...common, files })
  return accepted({ kind: 'agenda-item-sent', ...common, files, reason: body.reason })
}

function faultOfPapers(
  content: AgendaItemContent,
  before: AgendaItem | undefined,
  { file }: DecideContext,
): Refusal | null {
  // D3: what is secret never enters as a file; an item with such a paper has no files at all, those once sent included.
  const sentFiles = before && before.versions.length > 0 ? before.files.length : 0
  if (content.secrets.length > 0 && content.documents.length + sentFiles > 0) {
    return { kind: 'secret-item-holds-files' }
  }
  for (const { hash, size, pages } of content.documents) {
    const known = file(hash)
    if (known?.size !== size || known.pages !== pages) return { kind: 'file-missing', hash }
  }
  return null
}

function faultOfAgenda(named: string, meeting: Meeting, context: DecideContext): Refusal | null {
  const items = itemsOf(meeting.id, context)
  const standing = standingItems(items)
  if (standing.length === 0) return { kind: 'agenda-empty' }
  if (named !== agendaHash(meeting, items)) return { kind: 'stale-content' }
  for (const { contentHash } of standing) {
    const gap = summaryGap(context.agendaItemContent(contentHash)?.documents ?? [])
    if (gap) return { kind: gap }
  }
  return null
}

function sent(item: AgendaItem, by: ActOf<'invite-to-meeting'>['person']): Event {
  const { meeting, id, rank, contentHash, leadAgency, plannedMinutes, readers, files } = item
  const matter = { contentHash, rank, leadAgency, plannedMinutes, readers, files }
  return { kind: 'agenda-item-sent', meeting, item: id, by, ...matter, reason: '' }
}

/** A guest is whoever the Office asks, to one item; a substitute whom the member named, to items that the member reads (M3). */
function decideAdmission(act: ActOf<'admit-to-item'>, context: DecideContext): Verdict {
  const { reader, at } = context
  const { meeting, item: itemId, person: who, member, from, to } = act.body
  const item = itemOf(act.body, context)
  if (!item || item.withdrawn) return refused({ kind: 'not-found' })
  if (to <= from) return refused({ kind: 'ends-before-start' })
  if (to <= at) return refused({ kind: 'deadline-passed' })
  const roles = reader
    .get('person', `person/${who}`)
    ?.appointments.map(({ role }) => role)
    .filter((role) => role === 'guest' || role === 'substitute')
  const as = member === null ? 'guest' : 'substitute'
  if (!roles?.includes(as)) return refused({ kind: 'not-admissible' })
  if (member === null) {
    const others = itemsOpenTo(who, itemsOf(meeting, context)).filter(({ id }) => id !== itemId)
    if (others.length > 0) return refused({ kind: 'not-admissible' })
  } else {
    const attendance = reader.get('attendance', attendanceKey(meeting, member))
    const isNamed = attendance && isSubstituteFor(attendance, { person: who, item: itemId, from, to })
    const mayRead = item.readers === null || item.readers.includes(member)
    if (!isNamed || !mayRead) return refused({ kind: 'not-admissible' })
  }
  const admission = { person: who, as, member, from, to, by: act.person } as const
  return accepted({ kind: 'admitted-to-item', meeting, item: itemId, by: act.person, admission })
}
