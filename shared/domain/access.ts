import type { Instant } from '../lib/time.ts'
import { dayOf } from '../lib/time.ts'
import type { BallotState } from './ballot.ts'
import { type DirectiveQuestion, permitDirective } from './directive-access.ts'
import type { AgencyId, DeviceId, PersonId } from './id.ts'
import { type MeetingQuestion, permitMeeting } from './meeting-access.ts'
import { appointmentsOn, isMemberRole, memberAppointmentOn, type Person, type Role } from './people.ts'
import { isSessionQuestion, permitSession, type SessionQuestion } from './session-access.ts'
import { permitTask, type TaskQuestion } from './task-access.ts'
import { permitUnits, type UnitQuestion } from './unit-access.ts'

/**
 * Who may do what (trust.md): one pure function, default deny, a forbid wins, asked by every route, room, act kind and
 * feed row, on both sides; the server's word counts. The table that a lawyer reads is written by hand beside it
 * (access-matrix) and compared with it, never made from it.
 */

export type Subject = {
  person: PersonId
  device: DeviceId | null
  roles: readonly Role[]
  /** Agencies whose desk the person is; another post in an agency opens none of its files. */
  agencies: readonly AgencyId[]
  /** Agencies that the person heads as a member. */
  ministries: readonly AgencyId[]
  isMember: boolean
  /** The hour at which is asked: some rights end with theirs. */
  at: Instant
}

export type BallotFacts = {
  state: BallotState
  wasIssued: boolean
  handlers: readonly PersonId[]
  leadAgency: AgencyId
}

/** What is asked, with the facts about its object that the decision needs. */
export type Question =
  | { action: 'list-points' | 'set-urging' | 'set-unit-costs' | 'manage-mail' | 'manage-agencies' }
  /** Counts without names over all ballots, meetings and tasks, also those that the asker may not read. */
  | { action: 'read-statistics' }
  | { action: 'read-directory' | 'read-settings' | 'open-news' | 'enrol-own-device' | 'read-own-session' }
  /** That the ledger was restored from a backup; what is missing since; handing in what one's own device holds. */
  | { action: 'read-restore' | 'review-restore' | 'hand-in-leaves' }
  | { action: 'read-ballot' | 'read-document' | 'read-tally'; ballot: BallotFacts }
  | { action: 'watch-ballot'; ballot: BallotFacts }
  /** What other opinions say, without names; the list of them that a desk asks for; what was responded. */
  | { action: 'read-points' | 'respond-to-point' | 'read-response'; ballot: BallotFacts }
  | { action: 'read-answers'; person: PersonId; ballot: BallotFacts }
  | { action: 'read-opened-documents'; person: PersonId; ballot: BallotFacts }
  | {
      action: 'answer-ballot' | 'mark-delivered' | 'mark-opened' | 'mark-documents-opened'
      person: PersonId
    }
  | { action: 'draft-ballot'; ballot: BallotFacts | null }
  | { action: 'submit-ballot'; ballot: BallotFacts }
  | {
      action:
        | 'return-ballot'
        | 'issue-ballot'
        | 'amend-ballot'
        | 'extend-ballot'
        | 'recall-ballot'
        | 'close-ballot'
        | 'resolve-ballot'
        | 'send-ballot-to-meeting'
      ballot: BallotFacts
    }
  | { action: 'upload-document' | 'upload-attachment' }
  | {
      action: 'read-proposal' | 'propose' | 'confirm'
      about: 'device' | 'ballot' | 'restore'
      person: PersonId | null
    }
  | { action: 'hand-out-code' }
  | { action: 'read-device' | 'revoke-device'; owner: PersonId }
  | { action: 'report-wiped'; owner: PersonId }
  | { action: 'open-outbox'; owner: PersonId }
  | { action: 'open-notes'; owner: PersonId }
  | { action: 'share-layer'; ballot: BallotFacts }
  | { action: 'read-layer'; person: PersonId; readers: readonly PersonId[]; ballot: BallotFacts }
  | { action: 'read-ledger' }
  | { action: 'read-bundle' | 'read-ballot-report'; ballot: BallotFacts }
  | { action: 'read-own-receipts'; person: PersonId }
  | { action: 'read-numbering' }
  | MeetingQuestion
  | SessionQuestion
  | TaskQuestion
  | DirectiveQuestion
  | UnitQuestion

export type Action = Question['action']

export type Permission = { allow: true } | { allow: false; reason: 'role' | 'scope' | 'phase' | 'forbidden' }

const allow: Permission = { allow: true }
const deny = (reason: 'role' | 'scope' | 'phase' | 'forbidden'): Permission => ({ allow: false, reason })
const when = (test: boolean, reason: 'role' | 'scope' | 'phase'): Permission => (test ? allow : deny(reason))

/** A person as a subject on a day: only appointments of that day give roles (G1). */
export function subjectOn(person: Person, device: DeviceId | null, at: Instant): Subject {
  const day = dayOf(at)
  const held = appointmentsOn(person, day)
  return {
    person: person.id,
    device,
    roles: [...new Set(held.map((appointment) => appointment.role))],
    agencies: held.flatMap(({ role, agency }) => (role === 'clerk' && agency !== null ? [agency] : [])),
    ministries: held.flatMap(({ role, agency }) => (isMemberRole(role) && agency !== null ? [agency] : [])),
    isMember: memberAppointmentOn(person, day) !== undefined,
    at,
  }
}

/** A forbid wins over every allow: an admin reads no dossier and no opinion and never votes, whatever else they are. */
const forbiddenToAdmin: ReadonlySet<Action> = new Set([
  'read-ballot',
  'read-document',
  'read-tally',
  'watch-ballot',
  'read-answers',
  'list-points',
  'read-points',
  'respond-to-point',
  'read-response',
  'read-bundle',
  'read-ballot-report',
  'answer-ballot',
  'mark-delivered',
  'mark-opened',
  'mark-documents-opened',
  'read-opened-documents',
  'draft-ballot',
  'submit-ballot',
  'return-ballot',
  'issue-ballot',
  'amend-ballot',
  'extend-ballot',
  'recall-ballot',
  'close-ballot',
  'resolve-ballot',
  'send-ballot-to-meeting',
  'upload-document',
  'upload-attachment',
  'open-notes',
  'review-restore',
  'share-layer',
  'read-layer',
  'set-urging',
  'set-unit-costs',
  'read-statistics',
])

const isForbiddenToAdmin = (question: Question): boolean =>
  forbiddenToAdmin.has(question.action) ||
  'meeting' in question ||
  'task' in question ||
  'directive' in question ||
  'unitsOf' in question ||
  ('about' in question && question.about !== 'device')

export function permit(subject: Subject, question: Question): Permission {
  const is = (...roles: Role[]) => roles.some((role) => subject.roles.includes(role))
  const office = is('secretary', 'head-of-office')
  // The last word of a revoked device must be heard from whoever has left office, too: it gives nothing.
  if (question.action === 'report-wiped') return when(question.owner === subject.person, 'scope')
  if (subject.roles.length === 0) return deny('role')
  if (is('admin') && isForbiddenToAdmin(question)) return deny('forbidden')
  if (isSessionQuestion(question)) return permitSession(subject, question)
  if ('meeting' in question) return permitMeeting(subject, question)
  if ('task' in question) return permitTask(subject, question)
  if ('directive' in question) return permitDirective(subject, question)
  if ('unitsOf' in question) return permitUnits(subject, question)

  switch (question.action) {
    case 'read-directory':
    case 'read-settings':
    case 'open-news':
    case 'enrol-own-device':
    case 'read-own-session':
    case 'read-restore':
    case 'hand-in-leaves':
      return allow
    case 'set-urging':
    case 'set-unit-costs':
      return when(is('head-of-office'), 'role')
    case 'read-statistics':
      return when(office || is('prime-minister') || is('deputy-prime-minister'), 'role')
    case 'manage-mail':
    case 'manage-agencies':
      return when(is('admin'), 'role')
    case 'review-restore':
      return when(office || is('auditor'), 'role')
    case 'read-ballot':
    case 'read-document':
      return readsBallot(subject, question.ballot)
    case 'read-tally':
      if (question.ballot.state !== 'closed') return deny('phase')
      return subject.isMember ? allow : handles(subject, question.ballot)
    case 'watch-ballot':
      return handles(subject, question.ballot)
    case 'list-points':
      return when(is('clerk'), 'role')
    case 'read-points':
      return question.ballot.state === 'closed' ? speaksForLead(subject, question.ballot) : deny('phase')
    case 'respond-to-point':
      if (handles(subject, question.ballot).allow) return allow
      return question.ballot.wasIssued ? speaksForLead(subject, question.ballot) : deny('phase')
    case 'read-response':
      return question.ballot.state === 'closed' ? readsBallot(subject, question.ballot) : deny('phase')
    case 'read-answers':
      // B11: nobody but the member before closing; the Office afterwards, for the report.
      if (question.person === subject.person) return when(subject.isMember, 'role')
      if (!office) return deny('role')
      return question.ballot.state === 'closed' ? handles(subject, question.ballot) : deny('phase')
    case 'read-opened-documents':
      // Evidence for who handles the ballot, and what a member's own tablets tell each other.
      if (question.person === subject.person) return when(subject.isMember, 'role')
      return handles(subject, question.ballot)
    case 'answer-ballot':
    case 'mark-delivered':
    case 'mark-opened':
    case 'mark-documents-opened':
      if (question.person !== subject.person) return deny('scope')
      return when(subject.isMember, 'role')
    case 'draft-ballot':
      if (!is('secretary')) return deny('role')
      return question.ballot === null ? allow : handles(subject, question.ballot)
    case 'submit-ballot':
      return is('secretary') ? handles(subject, question.ballot) : deny('role')
    case 'return-ballot':
    case 'issue-ballot':
    case 'amend-ballot':
    case 'extend-ballot':
    case 'recall-ballot':
    case 'close-ballot':
      return when(is('head-of-office'), 'role')
    case 'resolve-ballot':
    case 'send-ballot-to-meeting':
      return handles(subject, question.ballot)
    case 'upload-document':
      return when(office, 'role')
    case 'upload-attachment':
      return when(is('clerk'), 'role')
    case 'read-proposal':
    case 'propose':
    case 'confirm':
      if (question.person === subject.person && question.action === 'confirm') return deny('forbidden')
      return when(office || (question.about === 'device' && is('admin')), 'role')
    case 'hand-out-code':
      return when(office || is('admin'), 'role')
    case 'read-device':
      return when(question.owner === subject.person || office || is('admin'), 'scope')
    case 'revoke-device':
      return when(question.owner === subject.person || is('head-of-office', 'admin'), 'scope')
    case 'open-outbox':
    case 'open-notes':
      return when(question.owner === subject.person, 'scope')
    case 'share-layer':
      return readsIssued(subject, question.ballot)
    case 'read-layer': {
      // A2: what its author gives, and only of a document that the reader may read.
      const { person, readers, ballot } = question
      if (person !== subject.person && !readers.includes(subject.person)) return deny('scope')
      return readsIssued(subject, ballot)
    }
    case 'read-ledger':
      return when(is('auditor'), 'role')
    case 'read-bundle':
      if (question.ballot.state !== 'closed') return deny('phase')
      return is('auditor') ? allow : handles(subject, question.ballot)
    case 'read-ballot-report':
      return question.ballot.state === 'closed' ? handles(subject, question.ballot) : deny('phase')
    case 'read-own-receipts':
      return when(question.person === subject.person, 'scope')
    case 'read-numbering':
      return deny('forbidden')
  }
}

/** Need-to-know of the Office: those who prepare a ballot, and the head of office (D2). */
function handles(subject: Subject, ballot: BallotFacts): Permission {
  if (subject.roles.includes('head-of-office')) return allow
  if (!subject.roles.includes('secretary')) return deny('role')
  return when(ballot.handlers.includes(subject.person), 'scope')
}

function readsBallot(subject: Subject, ballot: BallotFacts): Permission {
  if (handles(subject, ballot).allow) return allow
  if (!ballot.wasIssued) return deny('phase')
  return subject.isMember ? allow : speaksForLead(subject, ballot)
}

const speaksForLead = (subject: Subject, { leadAgency }: BallotFacts): Permission =>
  when(subject.roles.includes('clerk') && subject.agencies.includes(leadAgency), 'scope')

/** Before issue those who prepare a ballot change with every draft: nothing is shared among them yet. */
const readsIssued = (subject: Subject, ballot: BallotFacts): Permission =>
  ballot.wasIssued ? readsBallot(subject, ballot) : deny('phase')
