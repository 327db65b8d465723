import type { PersonId } from './id.ts'
import {
  type AgendaItemFacts,
  handlesMeeting,
  type MeetingFacts,
  type MeetingPermission,
  type MeetingSubject,
  readsItem,
  readsMeeting,
} from './meeting-access.ts'

/** Who may do what while a meeting is held; a part of access.ts, which asks it. */

const chairActions = [
  'open-session',
  'pause-session',
  'resume-session',
  'end-session',
  'hand-over-chair',
  'propose-for-block',
  'adopt-in-block',
  'conclude-item',
  'open-vote',
  'extend-vote',
  'close-vote',
  'cancel-vote',
] as const

/** A member's word on paper (M7): two officers, and nobody else reads it. */
const paperActions = [
  'enter-paper-vote',
  'confirm-paper-vote',
  'refuse-paper-vote',
  'read-paper-vote',
] as const

/** About every item: for who reads every item. Written by a secretary, signed by the head of office or the chair. */
const minutesActions = ['read-minutes', 'draft-minutes', 'sign-minutes'] as const

const deskActions = [
  'start-item',
  'finish-item',
  'call-speaker',
  'finish-speaker',
  'mark-presence',
  'open-room-screen',
  'close-room-screen',
  'read-room-screen',
] as const

export type SessionQuestion =
  | {
      action:
        | (typeof chairActions)[number]
        | (typeof deskActions)[number]
        | (typeof paperActions)[number]
        | 'conclude-meeting'
        | (typeof minutesActions)[number]
      meeting: MeetingFacts
    }
  /** `chairThen`: who chaired at the hour that is written down. */
  | { action: 'record-session'; meeting: MeetingFacts; chairThen: PersonId }
  /** Once concluded the notice is everybody's who reads the meeting, until then a draft of who made it. */
  | { action: 'read-conclusion-notice'; meeting: MeetingFacts; isConcluded: boolean }
  /** Everything that the ledger holds of it, every item and every word said: for who handles the meeting alone. */
  | { action: 'read-meeting-bundle'; meeting: MeetingFacts; isConcluded: boolean }
  | { action: 'join-session' | 'leave-session'; person: PersonId; meeting: MeetingFacts }
  | {
      action: 'request-to-speak' | 'withdraw-request' | 'pull-from-block' | 'cast-vote' | 'read-cast'
      person: PersonId
      meeting: MeetingFacts
      item: AgendaItemFacts
    }

const actions: ReadonlySet<string> = new Set<SessionQuestion['action']>([
  ...chairActions,
  ...deskActions,
  ...paperActions,
  ...minutesActions,
  'conclude-meeting',
  'record-session',
  'read-conclusion-notice',
  'read-meeting-bundle',
  'join-session',
  'leave-session',
  'request-to-speak',
  'withdraw-request',
  'pull-from-block',
  'cast-vote',
  'read-cast',
])

export const isSessionQuestion = <T extends { action: string }>(
  question: T,
): question is Extract<T, SessionQuestion> => actions.has(question.action)

const allow: MeetingPermission = { allow: true }
const deny = (reason: 'role' | 'scope' | 'phase'): MeetingPermission => ({ allow: false, reason })

export function permitSession(subject: MeetingSubject, question: SessionQuestion): MeetingPermission {
  const { meeting } = question
  if (!meeting.wasInvited) return deny('phase')
  const isChair = subject.isMember && meeting.chair === subject.person
  switch (question.action) {
    case 'record-session':
      // M8: what a chair wrote down comes when the line does, perhaps after the chair was handed over; it moves nothing.
      return isChair || (subject.isMember && question.chairThen === subject.person) ? allow : deny('role')
    case 'conclude-meeting':
      return subject.roles.includes('head-of-office') ? allow : deny('role')
    case 'read-minutes':
      return isChair ? allow : handlesMeeting(subject, meeting)
    case 'draft-minutes':
      return subject.roles.includes('secretary') ? handlesMeeting(subject, meeting) : deny('role')
    case 'sign-minutes':
      return isChair || subject.roles.includes('head-of-office') ? allow : deny('role')
    case 'read-conclusion-notice':
      if (question.isConcluded) return readsMeeting(subject, meeting)
      return isChair ? allow : handlesMeeting(subject, meeting)
    case 'read-meeting-bundle':
      return question.isConcluded ? handlesMeeting(subject, meeting) : deny('phase')
    case 'start-item':
    case 'finish-item':
    case 'call-speaker':
    case 'finish-speaker':
    case 'mark-presence':
    case 'open-room-screen':
    case 'close-room-screen':
    case 'read-room-screen':
      // The table of the Office conducts with the chair; it decides nothing.
      return isChair ? allow : handlesMeeting(subject, meeting)
    case 'enter-paper-vote':
    case 'confirm-paper-vote':
    case 'refuse-paper-vote':
    case 'read-paper-vote':
      return handlesMeeting(subject, meeting)
    case 'join-session':
    case 'leave-session':
      if (question.person !== subject.person) return deny('scope')
      return takesPart(subject) ? readsMeeting(subject, meeting) : deny('role')
    case 'request-to-speak':
    case 'withdraw-request':
      if (question.person !== subject.person) return deny('scope')
      return takesPart(subject) ? readsAsSent(subject, question) : deny('role')
    case 'pull-from-block':
    case 'cast-vote':
    case 'read-cast':
      if (question.person !== subject.person) return deny('scope')
      // G3: a substitute never votes, and takes nothing out of the block.
      if (!subject.isMember) return deny('role')
      // What one has said stays one's own when the item is no longer open to one.
      return question.action === 'read-cast' ? allow : readsAsSent(subject, question)
    default:
      return isChair ? allow : deny('role')
  }
}

const takesPart = (subject: MeetingSubject): boolean =>
  subject.isMember || subject.roles.includes('substitute') || subject.roles.includes('guest')

const readsAsSent = (
  subject: MeetingSubject,
  { meeting, item }: { meeting: MeetingFacts; item: AgendaItemFacts },
): MeetingPermission => (item.wasSent ? readsItem(subject, meeting, item) : deny('phase'))
