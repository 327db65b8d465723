import type { BallotId, MeetingId, PersonId, TaskId } from '../../shared/domain/id.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Day, Instant } from '../../shared/lib/time.ts'
import type { MailCounts, MailFault } from '../../shared/protocol/mail.ts'

/**
 * Letters that leave the house (T6, B16). A letter says that there is something, its number, its hour and a link, and never what
 * it is about: post boxes are read by others, and lie on machines that are not ours (D2, D3).
 */

/** The key of a person's or an agency's row. */
export type MailOwner = `person/${string}` | `agency/${string}`

export type MailNotice =
  /** `number` of the paper that the task comes from; empty where there is none, or the task has a mark. */
  | { kind: 'task-assigned' | 'task-urged'; task: TaskId; number: string; deadline: Day | null }
  | { kind: 'ballot-issued' | 'ballot-closed'; ballot: BallotId; number: string; deadlineAt: Instant }
  | { kind: 'ballot-reminder'; ballot: BallotId; number: string; deadlineAt: Instant; left: 'day' | 'hours' }
  | {
      kind: 'meeting-invited' | 'meeting-changed' | 'meeting-cancelled' | 'meeting-tomorrow'
      meeting: MeetingId
      startsAt: Instant
    }
  | { kind: 'digest'; overdue: number; due: number; asked: number; returned: number }
  | { kind: 'test' }

/** `id` follows from the cause and the owner: written once, and a letter sent twice bears the same name. */
export type Mail = { id: string; owner: MailOwner; notice: MailNotice }

export type WaitingMail = Mail & { writtenAt: Instant; tries: number; address: string | null }

export type MailStore = {
  addresses(): Promise<{ owner: MailOwner; address: string }[]>
  /** `address` null: none any more. */
  setAddress(owner: MailOwner, address: string | null, by: PersonId, at: Instant): Promise<void>
  /** Whoever has no address gets no letter. */
  put(mails: readonly Mail[], at: Instant): Promise<void>
  /** Letters that are due, each kept from others until an hour; `tries` counts this one. */
  take(now: Instant, until: Instant, limit: number): Promise<WaitingMail[]>
  sent(id: string, at: Instant): Promise<void>
  /** `next` null: given up. */
  failed(id: string, fault: MailFault, at: Instant, next: Instant | null): Promise<void>
  /** Once more what was given up. @returns whether there is such a letter. */
  again(id: string, at: Instant): Promise<boolean>
  counts(since: Instant): Promise<MailCounts>
  /** What failed last, the newest first. */
  failures(
    limit: number,
  ): Promise<(Mail & { tries: number; state: 'waiting' | 'given-up'; fault: MailFault; at: Instant })[]>
  /** Forgets what was settled before an hour. */
  removeBefore(before: Instant): Promise<void>
}

export type OutgoingMail = { id: string; to: { name: string; address: string }; notice: MailNotice }

/** Resolves in any case, in a time of its own. */
export type SendMail = (mail: OutgoingMail) => Promise<Result<null, MailFault>>

/** Null where no e-mail is configured. */
export type MailSender = { send: SendMail; server: string; from: string; close(): void }
