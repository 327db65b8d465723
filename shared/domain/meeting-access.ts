import type { Instant } from '../lib/time.ts'
import { type AgendaItem, isOpen } from './agenda-item.ts'
import type { AgencyId, PersonId } from './id.ts'
import type { Meeting } from './meeting.ts'
import type { Role } from './people.ts'

/** Who may do what with meetings; a part of access.ts, which asks it. */

export type MeetingFacts = {
  wasInvited: boolean
  handlers: readonly PersonId[]
  chair: PersonId
  /** Guests and substitutes with some item of their own. */
  admitted: readonly PersonId[]
}

export type AgendaItemFacts = {
  /** Whether it was sent to those who are to read it. */
  wasSent: boolean
  leadAgency: AgencyId
  /** Null: every member. */
  readers: readonly PersonId[] | null
  /** Each with the hour that ends it. */
  admitted: readonly { person: PersonId; to: Instant }[]
}

export type MeetingQuestion =
  | {
      action:
        | 'read-meeting'
        | 'draft-agenda-item'
        | 'drop-agenda-item'
        | 'submit-meeting'
        | 'return-meeting'
        | 'approve-meeting'
        | 'invite-to-meeting'
        | 'cancel-meeting'
        | 'change-meeting'
        | 'change-agenda-item'
        | 'withdraw-agenda-item'
        | 'admit-to-item'
        | 'dismiss-from-item'
        | 'decide-absence'
        | 'hand-out-paper'
        | 'return-paper'
      meeting: MeetingFacts
    }
  | { action: 'draft-meeting'; meeting: MeetingFacts | null }
  | {
      action: 'reply-to-invitation' | 'read-attendance' | 'read-handed-paper'
      person: PersonId
      meeting: MeetingFacts
    }
  | { action: 'read-agenda-item' | 'share-item-layer'; meeting: MeetingFacts; item: AgendaItemFacts }
  | {
      action: 'read-item-layer'
      person: PersonId
      readers: readonly PersonId[]
      meeting: MeetingFacts
      item: AgendaItemFacts
    }
  | {
      action: 'take-position' | 'mark-item-delivered' | 'mark-item-opened' | 'read-position'
      person: PersonId
      meeting: MeetingFacts
      item: AgendaItemFacts
    }

export const factsOfMeeting = (meeting: Meeting): MeetingFacts => ({
  wasInvited: meeting.invitedAt !== null,
  handlers: meeting.handlers,
  chair: meeting.chair,
  admitted: meeting.admitted,
})

export const factsOfItem = (item: AgendaItem): AgendaItemFacts => ({
  wasSent: item.versions.length > 0,
  leadAgency: item.leadAgency,
  readers: item.readers,
  admitted: item.admissions.filter(isOpen).map(({ person, to }) => ({ person, to })),
})

type Why = 'role' | 'scope' | 'phase'
export type MeetingPermission = { allow: true } | { allow: false; reason: Why }

/** What of a subject is asked about here. */
export type MeetingSubject = { person: PersonId; roles: readonly Role[]; isMember: boolean; at: Instant }

const deny = (reason: Why): MeetingPermission => ({ allow: false, reason })
const when = (test: boolean, reason: Why): MeetingPermission => (test ? { allow: true } : deny(reason))

export function permitMeeting(subject: MeetingSubject, question: MeetingQuestion): MeetingPermission {
  const is = (role: Role) => subject.roles.includes(role)
  switch (question.action) {
    case 'read-meeting':
      return readsMeeting(subject, question.meeting)
    case 'draft-meeting':
      if (!is('secretary')) return deny('role')
      return question.meeting === null ? { allow: true } : handlesMeeting(subject, question.meeting)
    case 'draft-agenda-item':
    case 'drop-agenda-item':
    case 'submit-meeting':
      return is('secretary') ? handlesMeeting(subject, question.meeting) : deny('role')
    case 'invite-to-meeting':
    case 'admit-to-item':
    case 'dismiss-from-item':
    case 'hand-out-paper':
    case 'return-paper':
      return handlesMeeting(subject, question.meeting)
    case 'return-meeting':
    case 'approve-meeting':
    case 'cancel-meeting':
    case 'change-meeting':
    case 'change-agenda-item':
    case 'withdraw-agenda-item':
    case 'decide-absence':
      return when(is('head-of-office'), 'role')
    case 'reply-to-invitation':
      if (question.person !== subject.person) return deny('scope')
      if (!subject.isMember) return deny('role')
      return when(question.meeting.wasInvited, 'phase')
    case 'read-attendance':
      // Why somebody does not come, and whom they send to which items, is for the Office and the chair.
      if (question.person === subject.person || question.meeting.chair === subject.person) {
        return readsMeeting(subject, question.meeting)
      }
      return handlesMeeting(subject, question.meeting)
    case 'read-handed-paper':
      // Who holds a paper is told so until it is back, whatever else they read no longer (D3).
      return question.person === subject.person && (subject.isMember || is('substitute') || is('guest'))
        ? when(question.meeting.wasInvited, 'phase')
        : handlesMeeting(subject, question.meeting)
    case 'read-agenda-item':
      return readsItem(subject, question.meeting, question.item)
    case 'share-item-layer':
      return readsSentItem(subject, question)
    case 'read-item-layer': {
      // A2: what its author gives, and only of a document that the reader may read.
      const { person, readers } = question
      if (person !== subject.person && !readers.includes(subject.person)) return deny('scope')
      return readsSentItem(subject, question)
    }
    case 'take-position':
    case 'mark-item-delivered':
    case 'mark-item-opened':
      // For which member a substitute speaks is decided with the admission (invited-decide.ts). Here: who reads it, as oneself.
      if (question.person !== subject.person) return deny('scope')
      if (question.action === 'take-position' && !subject.isMember && !is('substitute')) return deny('role')
      if (!subject.isMember && !isAdmitted(subject, admittedNow(subject, question.item))) return deny('role')
      return question.item.wasSent ? readsItem(subject, question.meeting, question.item) : deny('phase')
    case 'read-position':
      if (question.person === subject.person || question.meeting.chair === subject.person) {
        return readsItem(subject, question.meeting, question.item)
      }
      return handlesMeeting(subject, question.meeting)
  }
}

/** Before it was sent those who prepare it change with every draft: nothing is shared among them yet. */
const readsSentItem = (
  subject: MeetingSubject,
  { meeting, item }: { meeting: MeetingFacts; item: AgendaItemFacts },
): MeetingPermission =>
  meeting.wasInvited && item.wasSent ? readsItem(subject, meeting, item) : deny('phase')

/** Need-to-know of the Office: those who prepare a meeting, and the head of office (D2). */
export function handlesMeeting(subject: MeetingSubject, meeting: MeetingFacts): MeetingPermission {
  if (subject.roles.includes('head-of-office')) return { allow: true }
  if (!subject.roles.includes('secretary')) return deny('role')
  return when(meeting.handlers.includes(subject.person), 'scope')
}

const isAdmitted = (subject: MeetingSubject, admitted: readonly PersonId[]): boolean =>
  (subject.roles.includes('substitute') || subject.roles.includes('guest')) &&
  admitted.includes(subject.person)

const admittedNow = (subject: MeetingSubject, item: AgendaItemFacts): PersonId[] =>
  item.admitted.flatMap(({ person, to }) => (subject.at <= to ? [person] : []))

export function readsMeeting(subject: MeetingSubject, meeting: MeetingFacts): MeetingPermission {
  if (handlesMeeting(subject, meeting).allow) return { allow: true }
  if (!meeting.wasInvited) return deny('phase')
  return when(subject.isMember || isAdmitted(subject, meeting.admitted), 'scope')
}

export function readsItem(
  subject: MeetingSubject,
  meeting: MeetingFacts,
  item: AgendaItemFacts,
): MeetingPermission {
  if (handlesMeeting(subject, meeting).allow) return { allow: true }
  if (!meeting.wasInvited || !item.wasSent) return deny('phase')
  if (isAdmitted(subject, admittedNow(subject, item))) return { allow: true }
  if (!subject.isMember) return deny('scope')
  const { readers } = item
  return when(
    readers === null || readers.includes(subject.person) || meeting.chair === subject.person,
    'scope',
  )
}
